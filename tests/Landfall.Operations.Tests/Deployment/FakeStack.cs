using Landfall.Aws.CloudFormation;

namespace Landfall.Operations.Tests.Deployment;

/// <summary>A stack of <see cref="FakeCloudFormation"/>: each look at it shows the next of its states, and the last ever after.</summary>
internal sealed class FakeStack(string name, params string[] states)
{
    private readonly Queue<string> _next = new(states[1..]);
    private string _status = states[0];

    public string Template { get; set; } = "{}";

    public Dictionary<string, string> Parameters { get; } = [];

    public Dictionary<string, string> Outputs { get; } = [];

    public Dictionary<string, string> Tags { get; } = [];

    public bool Protected { get; set; }

    public List<(string Id, string Type)> Resources { get; } = [];

    /// <summary>The service of ECS that CloudFormation waits for, or null.</summary>
    public string? ServiceAtWork { get; set; }

    /// <summary>The stack's own events, the last one first.</summary>
    public List<string> Events { get; } = [];

    /// <summary>Whether a reason goes with its status.</summary>
    public bool Reasons { get; set; } = true;

    /// <summary>What happened to its resources, the last event first.</summary>
    public List<StackEvent> Happened { get; } = [];

    /// <summary>What an operation does to it, once it is answered.</summary>
    public Dictionary<string, Action> On { get; } = [];

    /// <summary>The state that it has now, without a look.</summary>
    public string Status => _status;

    /// <summary>The states that the next looks show.</summary>
    public void Becomes(params string[] next)
    {
        _status = next[0];
        _next.Clear();
        foreach (var status in next[1..])
            _next.Enqueue(status);
    }

    /// <summary>The stack as a reading a moment ago has found it.</summary>
    public Stack Read() => new(
        name, $"id:{name}", _status, null, DateTimeOffset.UnixEpoch, Protected, new Dictionary<string, string>(), new Dictionary<string, string>(Tags), new Dictionary<string, string>(Parameters));

    public string Xml()
    {
        var xml = $"<member><StackName>{name}</StackName><StackId>id:{name}</StackId><StackStatus>{_status}</StackStatus>{(Reasons ? $"<StackStatusReason>because of {_status}</StackStatusReason>" : "")}"
            + "<CreationTime>2026-01-01T00:00:00Z</CreationTime>"
            + $"<EnableTerminationProtection>{(Protected ? "true" : "false")}</EnableTerminationProtection>"
            + $"<Parameters>{string.Concat(Parameters.Select(p => $"<member><ParameterKey>{p.Key}</ParameterKey><ParameterValue>{p.Value}</ParameterValue></member>"))}</Parameters>"
            + $"<Outputs>{string.Concat(Outputs.Select(o => $"<member><OutputKey>{o.Key}</OutputKey><OutputValue>{o.Value}</OutputValue></member>"))}</Outputs>"
            + $"<Tags>{string.Concat(Tags.Select(t => $"<member><Key>{t.Key}</Key><Value>{t.Value}</Value></member>"))}</Tags></member>";
        if (_next.TryDequeue(out var next))
            _status = next;
        return xml;
    }

    /// <summary>The event of the service that is at work.</summary>
    public string ServiceEvent() => ServiceAtWork is null ? ""
        : $"<member><EventId>service</EventId><Timestamp>2026-01-01T00:00:00Z</Timestamp><LogicalResourceId>Service</LogicalResourceId><PhysicalResourceId>{ServiceAtWork}</PhysicalResourceId><ResourceType>AWS::ECS::Service</ResourceType><ResourceStatus>CREATE_IN_PROGRESS</ResourceStatus></member>";

    public string HappenedXml() => string.Concat(Happened.Select(e =>
        $"<member><EventId>{e.Id}</EventId><Timestamp>{e.Time.UtcDateTime:O}</Timestamp><LogicalResourceId>{e.LogicalId}</LogicalResourceId><PhysicalResourceId>{e.PhysicalId}</PhysicalResourceId>"
        + $"<ResourceType>{e.Type}</ResourceType><ResourceStatus>{e.Status}</ResourceStatus>{(e.Reason is null ? "" : $"<ResourceStatusReason>{e.Reason}</ResourceStatusReason>")}</member>"));

    public string Event(string status) =>
        $"<member><EventId>{status}</EventId><Timestamp>2026-01-01T00:00:00Z</Timestamp><LogicalResourceId>{name}</LogicalResourceId><PhysicalResourceId>id:{name}</PhysicalResourceId><ResourceType>AWS::CloudFormation::Stack</ResourceType><ResourceStatus>{status}</ResourceStatus></member>";
}
