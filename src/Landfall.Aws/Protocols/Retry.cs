using Polly;
using Polly.Retry;

namespace Landfall.Aws.Protocols;

/// <summary>Retries of throttled and failed requests: exponential backoff with full jitter, as the AWS SDKs do.</summary>
internal static class Retry
{
    public static ResiliencePipeline Pipeline { get; } = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder()
                .Handle<AwsException>(e => e.IsTransient)
                .Handle<HttpRequestException>(e => e.HttpRequestError != HttpRequestError.ConnectionError),
            MaxRetryAttempts = 4,
            Delay = TimeSpan.FromMilliseconds(200),
            MaxDelay = TimeSpan.FromSeconds(20),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        })
        .Build();
}
