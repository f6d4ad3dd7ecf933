# One image for the three processes: web (the default command), worker and migration.
FROM node:24-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
COPY bin/setup/mend-driver.mjs bin/setup/
RUN npm ci
COPY . .
RUN npm run build && rm -rf .next/cache .data && npm prune --omit=dev

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
COPY --from=build --chown=node:node /app ./
USER node
EXPOSE 3000
CMD ["node", "bin/web.mjs"]
