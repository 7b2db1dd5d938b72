namespace Landfall.Constructs.Foundation;

/// <summary>Sources of functions that are small enough to stand in a template.</summary>
internal static class InlineSource
{
    /// <summary>Reads one that is embedded here.</summary>
    /// <param name="name">The file's name.</param>
    /// <returns>Its text, with line ends of one kind.</returns>
    public static string Of(string name)
    {
        using var stream = typeof(InlineSource).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
