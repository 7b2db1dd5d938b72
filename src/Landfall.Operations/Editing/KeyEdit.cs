namespace Landfall.Operations.Editing;

/// <summary>A key of a service or database that gets another value.</summary>
/// <param name="Section">Where it is declared: <c>services</c> or <c>databases</c>.</param>
/// <param name="Name">Its name in the file.</param>
/// <param name="Key">The key from there, separated by dots.</param>
/// <param name="To">The value.</param>
internal sealed record KeyEdit(string Section, string Name, string Key, string To);
