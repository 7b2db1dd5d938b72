using Landfall.Config;
using Landfall.Operations.Editing;
using Landfall.Operations.Security.Suppressions;

namespace Landfall.Operations.Security.Fixing;

/// <summary>Fixes the files of a folder, after asking where a change could not be taken back.</summary>
/// <param name="root">The folder.</param>
/// <param name="accepted">What its suppression file accepts.</param>
internal sealed class FolderFixer(string root, IReadOnlyList<Suppression> accepted)
{
    /// <summary>Fixes them.</summary>
    /// <param name="names">The files, from the folder.</param>
    /// <param name="dryRun">True to show the differences alone.</param>
    /// <param name="agreed">What the caller has agreed to.</param>
    /// <param name="context">Who fixes.</param>
    /// <param name="unread">Gets files that could be fixed, and are not.</param>
    /// <returns>The files that are changed, or would be.</returns>
    public async Task<IReadOnlyList<FixedFile>> FixAsync(IReadOnlyList<string> names, bool dryRun, Agreed agreed, OperationContext context, ICollection<UnreadFile> unread)
    {
        var fixer = new SourceFixer(accepted, DateOnly.FromDateTime(context.Time.GetUtcNow().UtcDateTime));
        var (files, bytes) = (new List<FixedFile>(), new List<byte[]>());
        foreach (var name in names)
        {
            if (SourceFile.Read(root, name, []) is not { } file || fixer.Fix(file, context.Stop) is not { } fix)
                continue;
            if (SourceText.Of(await File.ReadAllBytesAsync(Path.Combine(root, name), context.Stop).ConfigureAwait(false), fix.File.Text) is not { } then)
            {
                unread.Add(new UnreadFile(name, "It is not fixed, since it is not UTF-8 throughout or has line ends of two kinds."));
                continue;
            }

            files.Add(new FixedFile(name, !dryRun, fix.Fixed, UnifiedDifference.Of(name, SecretMask.Of(file), SecretMask.Of(fix.File))));
            bytes.Add(then);
        }

        if (dryRun || files.Count == 0)
            return files;
        await UnsavedFiles.RequireAsync(root, [.. files.Select(file => file.File)], agreed, context).ConfigureAwait(false);
        for (var i = 0; i < files.Count; i++)
        {
            context.Stop.ThrowIfCancellationRequested();
            Write(files[i].File, bytes[i]);
        }

        return files;
    }

    private void Write(string name, byte[] bytes)
    {
        try
        {
            File.WriteAllBytes(Path.Combine(root, name), bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LandfallException(ErrorCodes.FixNotWritten, $"'{name}' could not be written: {e.Message} Files before it are fixed. Mend that, and fix again: what is fixed stays as it is.");
        }
    }
}
