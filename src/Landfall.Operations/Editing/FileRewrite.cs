using Landfall.Config;
using Landfall.Operations.Security;
using Landfall.Operations.Security.Fixing;

namespace Landfall.Operations.Editing;

/// <summary>A change of a project's file that is still to be written.</summary>
/// <param name="Path">The file.</param>
/// <param name="Keys">The keys that get other values.</param>
/// <param name="Bytes">What it will hold.</param>
/// <param name="Difference">The change, as a unified diff without secrets; empty for none.</param>
internal sealed record FileRewrite(string Path, IReadOnlyList<KeyEdit> Keys, byte[] Bytes, string Difference)
{
    /// <summary>Works out what the file will hold, which is valid then.</summary>
    /// <param name="path">The file.</param>
    /// <param name="environment">The environment that is meant.</param>
    /// <param name="keys">The keys that get other values.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>The change.</returns>
    /// <exception cref="LandfallException">It cannot be written so, or would be wrong.</exception>
    public static async Task<FileRewrite> OfAsync(string path, string environment, IReadOnlyList<KeyEdit> keys, CancellationToken stop)
    {
        var name = System.IO.Path.GetFileName(path);
        if (SourceFile.Read(System.IO.Path.GetDirectoryName(path)!, name, []) is not { } file
            || KeyEdits.Apply(file.Text, environment, keys) is not { } text
            || SourceText.Of(await File.ReadAllBytesAsync(path, stop).ConfigureAwait(false), text) is not { } bytes)
        {
            throw NotWritten(name, keys, "its layout does not take them: what they belong to comes from elsewhere by an alias, or the file is not UTF-8 with line ends of one kind");
        }

        if (ConfigLoader.Check(text).FirstOrDefault(problem => problem.Severity == ProblemSeverity.Error) is { } wrong)
            throw new LandfallException(ErrorCodes.KeysNotWritten, $"Nothing was written, as {name} would be wrong then:\n{wrong}");
        return new FileRewrite(path, keys, bytes, UnifiedDifference.Of(name, SecretMask.Of(file), SecretMask.Of(new SourceFile(file.Path, text))));
    }

    /// <summary>Writes the file; asks first where it has changes that git has not got.</summary>
    /// <param name="agreed">What the caller has agreed to.</param>
    /// <param name="context">Who is asked.</param>
    public async Task WriteAsync(Agreed agreed, OperationContext context)
    {
        var name = System.IO.Path.GetFileName(Path);
        await UnsavedFiles.RequireAsync(System.IO.Path.GetDirectoryName(Path)!, [name], agreed, context).ConfigureAwait(false);
        try
        {
            await File.WriteAllBytesAsync(Path, Bytes, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotWritten(name, Keys, e.Message);
        }
    }

    private static LandfallException NotWritten(string file, IReadOnlyList<KeyEdit> keys, string why) => new(
        ErrorCodes.KeysNotWritten,
        $"The changes cannot be written into {file}: {why}. Write them by hand: {string.Join(", ", keys.Select(key => $"{key.Section}.{key.Name}.{key.Key}: {key.To}"))}.");
}
