using Landfall.Config;
using Landfall.Operations.Networks;

namespace Landfall.Operations.Accounts;

/// <summary>The file with looked-up facts: the committed one, or the local AWS's, which is invented and stands apart.</summary>
/// <param name="root">The folder of the configuration file.</param>
/// <param name="local">True for the local AWS's.</param>
internal sealed class ContextFile(string root, bool local)
{
    private readonly string _folder = local ? LocalFacts.Folder(root) : root;

    /// <summary>The file's path.</summary>
    public string Path => System.IO.Path.Combine(_folder, KnownFacts.FileName);

    /// <summary>Reads it.</summary>
    /// <returns>The facts; none when there is no file.</returns>
    /// <exception cref="LandfallException">The committed file is malformed.</exception>
    public KnownFacts Read() => local ? LocalFacts.Read(root) : KnownFacts.Read(root) ?? new KnownFacts();

    /// <summary>Writes it.</summary>
    /// <param name="facts">The facts.</param>
    public void Write(KnownFacts facts)
    {
        Directory.CreateDirectory(_folder);
        facts.Write(_folder);
    }
}
