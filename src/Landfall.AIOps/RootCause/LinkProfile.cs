namespace Landfall.AIOps.RootCause;

/// <summary>All calls from one node to another: how long they are under way, apart from the work of the other node.</summary>
internal sealed class LinkProfile(string from, string to)
{
    public string From => from;

    public string To => to;

    /// <summary>The time under way.</summary>
    public DurationSample UnderWay { get; } = new();

    /// <summary>How many calls there were during the incident.</summary>
    public int Calls { get; private set; }

    /// <summary>Whether the node is one of the two ends.</summary>
    public bool Joins(string node) => node == from || node == to;

    /// <summary>The end that is not the node given.</summary>
    public string OtherEnd(string node) => node == from ? to : from;

    public void Add(OperationRun call)
    {
        UnderWay.Add(call.OwnMilliseconds(), call.During);
        Calls += call.During ? 1 : 0;
    }
}
