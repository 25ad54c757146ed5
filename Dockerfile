# GraphiQL comes from npm, everything else from the .NET SDK. The image runs as the non-root user of the base image.
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
ENV ASPNETCORE_URLS=http://+:8080
EXPOSE 8080
USER $APP_UID
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s CMD ["dotnet", "TeacherDevPlan.Api.dll", "health"]
ENTRYPOINT ["dotnet", "TeacherDevPlan.Api.dll"]
