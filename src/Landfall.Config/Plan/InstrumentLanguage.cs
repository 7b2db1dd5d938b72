namespace Landfall.Config.Plan;

/// <summary>A language whose programs AWS's agents instrument without a change to them.</summary>
public enum InstrumentLanguage
{
    /// <summary>Python.</summary>
    Python,

    /// <summary>Node.js.</summary>
    Node,

    /// <summary>Java.</summary>
    Java,

    /// <summary>.NET.</summary>
    Dotnet,
}
