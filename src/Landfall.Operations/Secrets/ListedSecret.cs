namespace Landfall.Operations.Secrets;

/// <summary>A secret of the file.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="State">Whether it has a value.</param>
/// <param name="Generated">True where AWS made the value up.</param>
/// <param name="Changed">When it was changed last; null where it is not deployed.</param>
/// <param name="Readers">The services that read it.</param>
internal sealed record ListedSecret(string Name, SecretState State, bool Generated, DateTimeOffset? Changed, IReadOnlyList<string> Readers);
