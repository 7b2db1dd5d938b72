namespace Landfall.Operations.Editing;

/// <summary>A change of a file by hand, as it were: what it does not name stays as it is written, comments and all.</summary>
internal abstract record Edit
{
    /// <summary>Works out what is replaced.</summary>
    /// <param name="source">The text, with where everything stands in it.</param>
    /// <returns>The pieces; null where it cannot be done without writing anew what somebody has laid out.</returns>
    public abstract IReadOnlyList<TextChange>? Changes(SyntaxTree source);
}
