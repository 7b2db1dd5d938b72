using Polly;
using Polly.Retry;

namespace Landfall.Aws.Protocols;

/// <summary>Retries of throttled and failed requests: exponential backoff with full jitter, as the AWS SDKs do.</summary>
internal static class Retry
{
    /// <summary>How often a request is sent again; more than the SDKs' 2, because a deployment must outlast a burst of throttling.</summary>
    public const int Attempts = 4;

    /// <summary>Makes the retries of one session.</summary>
    /// <param name="time">The clock that they wait by.</param>
    /// <returns>The retries.</returns>
    public static ResiliencePipeline With(TimeProvider time) => new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder()
                .Handle<AwsException>(e => e.IsTransient)
                .Handle<HttpRequestException>(e => e.HttpRequestError is not (HttpRequestError.ConnectionError or HttpRequestError.InvalidResponse)),
            MaxRetryAttempts = Attempts,
            Delay = TimeSpan.FromMilliseconds(200),
            MaxDelay = TimeSpan.FromSeconds(20),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        })
        .Build();
}
