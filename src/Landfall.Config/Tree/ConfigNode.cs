namespace Landfall.Config.Tree;

/// <summary>A value of the file together with its place, whatever the file's format.</summary>
internal abstract class ConfigNode(Mark mark)
{
    /// <summary>Where the value begins.</summary>
    public Mark Mark { get; } = mark;

    /// <summary>What the value is, in words for messages.</summary>
    public abstract string Kind { get; }
}
