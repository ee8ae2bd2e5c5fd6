FROM node:24-slim AS build
# better-sqlite3 compiles where no prebuilt binary can be had.
RUN apt-get update \
  && apt-get install -y --no-install-recommends g++ make python3 \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY src src
RUN npm run build && npm prune --omit=dev

FROM node:24-slim
ENV NODE_ENV=production \
  HOST=0.0.0.0 \
  PORT=3000 \
  DEMARCHE_LOG=sqlite:/data/log.db \
  DEMARCHE_VIEWS=/data
RUN mkdir /data && chown node:node /data
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY samples samples
USER node
VOLUME /data
EXPOSE 3000
CMD ["node", "dist/main.js"]
