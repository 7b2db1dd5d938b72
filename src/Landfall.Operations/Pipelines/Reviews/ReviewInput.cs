using System.Security.Cryptography;
using System.Text;

namespace Landfall.Operations.Pipelines.Reviews;

/// <summary>What a model is shown of a change, and what it is not.</summary>
/// <param name="Files">The files that it is shown.</param>
/// <param name="LeftOut">The files that it is not shown.</param>
internal sealed record ReviewInput(IReadOnlyList<ReviewedFile> Files, IReadOnlyList<LeftOutFile> LeftOut)
{
    /// <summary>All files in a text.</summary>
    public string Text { get; } = string.Concat(Files.Select(file => file.Text));

    /// <summary>A word that the text cannot have, to put around it: the text itself makes it.</summary>
    public string Boundary => $"change-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))[..16]}";

    /// <summary>Takes as many files as there is room for.</summary>
    /// <param name="diff">The change.</param>
    /// <param name="tokens">The room.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>What is shown.</returns>
    public static async Task<ReviewInput> TakeAsync(GitDiff diff, int tokens, CancellationToken stop)
    {
        var (files, leftOut) = (new List<ReviewedFile>(), new List<LeftOutFile>());
        foreach (var (path, former) in await diff.ListAsync(stop).ConfigureAwait(false))
        {
            stop.ThrowIfCancellationRequested();
            var reason = UnsentFiles.Reason(path) ?? (former is null ? null : UnsentFiles.Reason(former));
            DiffFile? difference = null;
            if (reason is null)
                (difference, reason) = await diff.ReadAsync(path, former, stop).ConfigureAwait(false);
            var shown = difference is null ? null : DiffView.Of(difference);
            if (shown is not null && ReviewBudget.Tokens(shown.Text) is var size && size <= tokens)
            {
                tokens -= size;
                files.Add(shown);
            }
            else
            {
                leftOut.Add(new LeftOutFile(path, reason ?? (shown is null ? "None of its lines changes." : "It does not fit into the limit.")));
            }
        }

        return new ReviewInput(files, leftOut);
    }
}
