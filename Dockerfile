# GraphiQL comes from npm, everything else from the .NET SDK. The image runs as the non-root user of the base image.
# To pin a base image: docker buildx imagetools inspect IMAGE:TAG --format '{{.Manifest.Digest}}' prints its digest; write
# IMAGE:TAG@sha256:... in the FROM line.
FROM node:22.21-bookworm-slim AS npm
WORKDIR /source
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts

FROM mcr.microsoft.com/dotnet/sdk:10.0.401 AS build
WORKDIR /source
COPY --from=npm /source/node_modules node_modules
COPY . .
RUN dotnet publish src/Api --use-current-runtime --self-contained false --configuration Release -p:PublishReadyToRun=true --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0.12
WORKDIR /app
COPY --from=build /app .
# For the volume of the file with the erasures, which the service's user writes.
RUN mkdir /erasures && chown "$APP_UID" /erasures
ENV ASPNETCORE_URLS=http://+:8080
EXPOSE 8080
USER $APP_UID
# Two system calls of the shell, instead of a start of .NET each time.
HEALTHCHECK --interval=30s --timeout=3s --start-period=60s --start-interval=2s \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
ENTRYPOINT ["dotnet", "TeacherDevPlan.Api.dll"]
