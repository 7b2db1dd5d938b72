# syntax=docker/dockerfile:1
FROM --platform=$BUILDPLATFORM {{image}} AS build
WORKDIR /source
COPY . .
RUN {{command}}
# The archive that runs: not the one without its libraries, nor sources and documentation.
RUN mv "$(ls {{output}}/*.jar | grep -v -e '-plain\.jar$' -e '-sources\.jar$' -e '-javadoc\.jar$' -e '/original-' | head -n 1)" /app.jar

FROM public.ecr.aws/docker/library/eclipse-temurin:{{version}}-jre
# The root file system is read-only; what a server keeps in its temporary folder goes to shared memory.
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=75 -Djava.io.tmpdir=/dev/shm"
COPY --from=build --chown=10001:10001 /app.jar /app.jar
USER 10001
{{listen}}
ENTRYPOINT ["java", "-jar", "/app.jar"]
