# syntax=docker/dockerfile:1
# Dependencies first: this layer is reused until the Gemfile changes.
FROM public.ecr.aws/docker/library/ruby:{{version}} AS build
WORKDIR /app
ENV BUNDLE_PATH=/bundle BUNDLE_WITHOUT=development:test
COPY Gemfile* ./
RUN bundle install
COPY . .{{assets}}

FROM public.ecr.aws/docker/library/ruby:{{version}}-slim
ENV BUNDLE_PATH=/bundle BUNDLE_WITHOUT=development:test RACK_ENV=production RAILS_ENV=production RAILS_LOG_TO_STDOUT=1 TMPDIR=/dev/shm
RUN useradd --system --uid 10001 --no-create-home app
WORKDIR /app
COPY --from=build /bundle /bundle
COPY --from=build --chown=app:app /app .
USER app
{{listen}}
CMD {{start}}
