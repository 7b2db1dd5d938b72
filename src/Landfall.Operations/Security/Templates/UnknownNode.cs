using Landfall.Config.Tree;

namespace Landfall.Operations.Security.Templates;

/// <summary>A value that only the deployment decides. Nothing is judged by it.</summary>
/// <param name="mark">Where it stands.</param>
internal sealed class UnknownNode(Mark mark) : ConfigNode(mark)
{
    /// <inheritdoc />
    public override string Kind => "an unknown value";
}
