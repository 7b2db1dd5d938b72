using System.Net;

namespace Landfall.Aws;

/// <summary>An answer of AWS that is an error.</summary>
/// <param name="service">The service's signing name, for example <c>cloudformation</c>.</param>
/// <param name="operation">The operation, for example <c>DescribeStacks</c>.</param>
/// <param name="code">AWS's error code, for example <c>ValidationError</c>.</param>
/// <param name="message">AWS's message.</param>
/// <param name="status">The HTTP status.</param>
public sealed class AwsException(string service, string operation, string code, string message, HttpStatusCode status)
    : Exception($"{service}:{operation} failed with {code}: {message}")
{
    /// <summary>AWS's error code, for example <c>ValidationError</c>.</summary>
    public string Code { get; } = code;

    /// <summary>AWS's own message, without the operation around it.</summary>
    public string AwsMessage { get; } = message;

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode Status { get; } = status;

    /// <summary>True when the same request may go through later: throttling, time-outs and server errors.</summary>
    public bool IsTransient { get; } = IsTransientAnswer(code, status);

    /// <summary>Whether the same request may go through later: throttling, time-outs and server errors.</summary>
    /// <param name="code">AWS's error code.</param>
    /// <param name="status">The HTTP status.</param>
    /// <returns>True when it may.</returns>
    public static bool IsTransientAnswer(string code, HttpStatusCode status) =>
        (int)status >= 500 || status == HttpStatusCode.TooManyRequests || code.Contains("Throttl", StringComparison.Ordinal)
        || code is "RequestLimitExceeded" or "RequestTimeout" or "RequestTimeoutException" or "SlowDown" or "PriorRequestNotComplete";
}
