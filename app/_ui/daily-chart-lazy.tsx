'use client'

import dynamic from 'next/dynamic'

/**
 * In the browser only: the drawing depends on the width it finds, and what the library would render on the server
 * carries style attributes, which a strict content security policy throws away.
 */
export const DailyChartLazy = dynamic(
  () => import('./daily-chart-drawing').then((module) => module.DailyChartDrawing),
  {
    ssr: false,
  },
)
