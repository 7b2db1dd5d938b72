using Landfall.Config.Tree;

namespace Landfall.Operations.Security.Templates;

/// <summary>A value that only the deployment decides. Nothing is judged by it.</summary>
/// <param name="mark">Where it stands.</param>
internal sealed class UnknownNode(Mark mark) : ConfigNode(mark)
{
    /// <summary>What is known of a text, with the rest of it as it is written; null where nothing is.</summary>
    public string? Outline { get; init; }

    /// <inheritdoc />
    public override string Kind => "an unknown value";
}
