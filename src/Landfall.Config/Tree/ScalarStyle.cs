namespace Landfall.Config.Tree;

/// <summary>How a scalar was written.</summary>
internal enum ScalarStyle
{
    /// <summary>Without quotes: it may be a number, a boolean or nothing.</summary>
    Plain,

    /// <summary>In quotes or as a block: always text.</summary>
    Quoted,

    /// <summary>With a variable replaced in it: its type is whatever is wanted.</summary>
    Interpolated,

    /// <summary>With a variable in it that could not be replaced: reported already, so not looked at again.</summary>
    Unresolved,
}
