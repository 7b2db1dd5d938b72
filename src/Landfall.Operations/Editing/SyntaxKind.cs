namespace Landfall.Operations.Editing;

/// <summary>What a piece of YAML or JSON is.</summary>
internal enum SyntaxKind
{
    /// <summary>A text, a number, a boolean, or nothing.</summary>
    Scalar,

    /// <summary>A mapping.</summary>
    Map,

    /// <summary>A list.</summary>
    List,

    /// <summary>What stands elsewhere, under an anchor.</summary>
    Alias,
}
