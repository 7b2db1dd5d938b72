using System.Net;
using Amazon.Runtime;
using Landfall.Aws;

namespace Landfall.Operations.Tests.Deployment;

/// <summary>CloudFormation as it answers over HTTP, with stacks whose states a test lays out.</summary>
internal sealed class FakeCloudFormation : IDisposable
{
    private readonly HttpStub _http;

    public FakeCloudFormation(Func<StubRequest, StubAnswer?>? others = null)
    {
        _http = HttpStub.Answering(request => others?.Invoke(request) ?? Answer(request));
        Session = new AwsSession("eu-west-1", new HurriedTime(), new BasicAWSCredentials("AKIDEXAMPLE", "secret"), name => name == "AWS_ENDPOINT_URL" ? _http.Url : null);
    }

    public AwsSession Session { get; }

    public Dictionary<string, FakeStack> Stacks { get; } = new(StringComparer.Ordinal);

    /// <summary>What was asked for besides reading, in order: the operation and its stack.</summary>
    public IReadOnlyList<string> Done =>
        [.. _http.Requests.Where(IsQuery).Select(r => r.Form)
            .Where(f => !f["Action"].StartsWith("Describe", StringComparison.Ordinal) && !f["Action"].StartsWith("List", StringComparison.Ordinal) && f["Action"] != "GetTemplate")
            .Select(f => $"{f["Action"]} {NameOf(f.GetValueOrDefault("StackName", ""))}")];

    /// <summary>The form of each request for an operation.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Forms(string action) =>
        [.. _http.Requests.Where(IsQuery).Select(r => r.Form).Where(f => f["Action"] == action)];

    public FakeStack Add(string name, params string[] states)
    {
        var stack = new FakeStack(name, states);
        Stacks[name] = stack;
        return stack;
    }

    public void Dispose()
    {
        Session.Dispose();
        _http.Dispose();
    }

    private static bool IsQuery(StubRequest request) => request.Body.StartsWith("Action=", StringComparison.Ordinal);

    private static string NameOf(string nameOrId) => nameOrId.StartsWith("id:", StringComparison.Ordinal) ? nameOrId[3..] : nameOrId;

    private StubAnswer Answer(StubRequest request)
    {
        var form = request.Form;
        var name = NameOf(form.GetValueOrDefault("StackName", ""));
        if (name.Length > 0 && !Stacks.ContainsKey(name))
            return new StubAnswer(400, $"<ErrorResponse><Error><Code>ValidationError</Code><Message>Stack with id {name} does not exist</Message></Error></ErrorResponse>");
        var shown = name.Length > 0 ? [Stacks[name]] : Stacks.Values.ToList();
        var answer = new StubAnswer(200, form["Action"] switch
        {
            "DescribeStacks" => $"<R><Stacks>{string.Concat(shown.Select(s => s.Xml()))}</Stacks></R>",
            "DescribeStackEvents" => $"<R><StackEvents>{shown[0].HappenedXml()}{shown[0].ServiceEvent()}{string.Concat(shown[0].Events.Select(status => shown[0].Event(status)))}</StackEvents></R>",
            "ListStackResources" => $"<R><StackResourceSummaries>{string.Concat(shown[0].Resources.Select(Resource))}</StackResourceSummaries></R>",
            "GetTemplate" => $"<R><TemplateBody>{WebUtility.HtmlEncode(shown[0].Template)}</TemplateBody></R>",
            _ => "<R/>",
        });
        if (name.Length > 0)
            Stacks[name].On.GetValueOrDefault(form["Action"])?.Invoke();
        return answer;
    }

    private static string Resource((string Id, string Type) resource) =>
        $"<member><LogicalResourceId>{resource.Id}</LogicalResourceId><PhysicalResourceId>{resource.Id.ToLowerInvariant()}</PhysicalResourceId><ResourceType>{resource.Type}</ResourceType><ResourceStatus>CREATE_COMPLETE</ResourceStatus></member>";
}
