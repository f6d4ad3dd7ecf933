const CUT_OUT = '<feFlood flood-opacity="0" result="BackgroundImageFix"/>'
const SHAPE = '<feBlend in="SourceGraphic" in2="BackgroundImageFix" result="shape"/>'
const SILHOUETTE = /<feColorMatrix in="SourceAlpha" result="hardAlpha" values="[^"]*"\/>/g
const DROPPED_SHADOW = /<feColorMatrix (values="[^"]*")\/><feBlend in2="BackgroundImageFix" (result="[^"]*")\/>/g
const INNER_SHADOW = /<feBlend in2="([^"]*)" result="(effect\d+_innerShadow_[^"]*)"\/>/g

/**
 * Says each filter in fewer steps. The drawing program blends it with an empty background and takes the silhouette
 * anew for every shadow; neither changes the picture. It also lays inner shadows over the edge, which frays it:
 * `atop` keeps them inside.
 */
export function lightenFilters(body: string): string {
  return body
    .replaceAll(' color-interpolation-filters="sRGB"', '') // stands once, at the root
    .replace(/(<filter[^>]*>)(.*?)<\/filter>/g, (_, open, steps) => `${open}${lightenSteps(steps)}</filter>`)
}

function lightenSteps(steps: string): string {
  const shape = steps.includes(SHAPE) ? 'SourceGraphic' : 'shape'
  return takeSilhouetteOnce(steps)
    .replace(CUT_OUT, '')
    .replace(SHAPE, '')
    .replaceAll('in2="shape"', `in2="${shape}"`)
    .replace(DROPPED_SHADOW, '<feColorMatrix $1 $2/>')
    .replace(INNER_SHADOW, '<feComposite in2="$1" operator="atop" result="$2"/>')
    .replace(/ result="[^"]*"(?=[^<]*$)/, '') // nothing reads the last result
    .replaceAll('hardAlpha', 'a')
    .replace(/effect(\d+)_[a-zA-Z]+_[\d_]+/g, 'e$1')
}

function takeSilhouetteOnce(steps: string): string {
  let taken = 0
  return steps
    .replace(SILHOUETTE, (first) => (taken++ === 0 ? first : '<again/>'))
    .replaceAll('<again/><feOffset', '<feOffset in="hardAlpha"')
}
