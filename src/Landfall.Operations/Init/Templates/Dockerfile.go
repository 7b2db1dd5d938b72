# syntax=docker/dockerfile:1
# Go builds for the other processor by itself, without emulating it.
FROM --platform=$BUILDPLATFORM public.ecr.aws/docker/library/golang:{{version}}-alpine AS build
ARG TARGETOS TARGETARCH
WORKDIR /source
COPY go.* ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH go build -trimpath -ldflags="-s -w" -o /server {{main}}

# Certificates and a user without rights, and nothing else.
FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=build /server /server
USER nonroot
{{listen}}
ENTRYPOINT ["/server"]
