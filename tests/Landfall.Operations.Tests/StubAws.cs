using Amazon.Runtime;
using Landfall.Aws;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Tests;

/// <summary>An AWS that gives prepared answers by operation, and an empty one to whatever else it is asked.</summary>
internal sealed class StubAws : IDisposable
{
    private readonly HttpStub _http;
    private readonly Dictionary<string, Func<StubRequest, StubAnswer>> _answers = new(StringComparer.Ordinal);

    public StubAws()
    {
        _http = HttpStub.Answering(request => _answers.TryGetValue(OperationOf(request), out var answer)
            ? answer(request)
            : new StubAnswer(200, request.Headers.ContainsKey("X-Amz-Target") ? "{}" : "<R/>"));
        var session = new AwsSession("eu-west-1", new HurriedTime(), new BasicAWSCredentials("AKIDEXAMPLE", "secret"), name => name == "AWS_ENDPOINT_URL" ? _http.Url : null);
        Target = new AwsTarget(session, "111111111111", null);
    }

    /// <summary>The account and region that it stands for.</summary>
    public AwsTarget Target { get; }

    /// <summary>The operations that it was asked for, in order.</summary>
    public IReadOnlyList<string> Asked => [.. _http.Requests.Select(OperationOf)];

    /// <summary>The bodies of the requests for an operation, in order.</summary>
    public IReadOnlyList<string> Bodies(string operation) => [.. _http.Requests.Where(r => OperationOf(r) == operation).Select(r => r.Body)];

    /// <summary>Sets the answer to an operation.</summary>
    public StubAws On(string operation, string body, int status = 200) => On(operation, _ => new StubAnswer(status, body));

    /// <summary>Sets the answer to an operation, which depends on the request.</summary>
    public StubAws On(string operation, Func<StubRequest, StubAnswer> answer)
    {
        _answers[operation] = answer;
        return this;
    }

    /// <summary>Lets an operation be refused, as IAM does.</summary>
    public StubAws Deny(string operation, string action) => On(
        operation,
        request => new StubAnswer(
            400,
            request.Headers.ContainsKey("X-Amz-Target")
                ? $$"""{"__type":"AccessDeniedException","message":"User: ada is not authorized to perform: {{action}} on resource: x"}"""
                : $"<R><Error><Code>AccessDenied</Code><Message>User: ada is not authorized to perform: {action} on resource: x</Message></Error></R>"));

    public void Dispose()
    {
        Target.Dispose();
        _http.Dispose();
    }

    private static string OperationOf(StubRequest request) =>
        request.Headers.TryGetValue("X-Amz-Target", out var target) ? target.Split('.')[^1]
        : request.Body.Split('&').FirstOrDefault(part => part.StartsWith("Action=", StringComparison.Ordinal)) is { } action ? action["Action=".Length..]
        : request.PathAndQuery;
}
