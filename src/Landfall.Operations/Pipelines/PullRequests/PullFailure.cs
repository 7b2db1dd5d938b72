using System.Globalization;
using System.Text;

namespace Landfall.Operations.Pipelines.PullRequests;

/// <summary>The comment on a pull request whose build has failed, and the line beside its commit.</summary>
/// <param name="name">Whose it is.</param>
/// <param name="jobs">The jobs that have said why they failed; none where none could.</param>
internal sealed class PullFailure(string name, IReadOnlyList<FailedJob> jobs) : IPullText
{
    /// <inheritdoc />
    public bool Succeeded => false;

    /// <inheritdoc />
    public string Status => PullText.Line(jobs.Count == 0 ? "the build failed" : PullText.Name($"the build failed: {string.Join(", ", jobs.Select(job => job.Name))}"), PullComment.LongestStatus);

    /// <inheritdoc />
    public string Write(bool folds, string commit, Uri? url)
    {
        var comment = new StringBuilder();
        comment.Append(PullComment.StartOf(name)).Append("\n\n");
        comment.Append(CultureInfo.InvariantCulture, $"**Landfall**: the build of this failed in {PullText.Name(name)}\n");
        var end = PullComment.End(commit, url);
        var most = jobs.Count == 0 ? 0 : (PullComment.Most - comment.Length - end.Length) / jobs.Count;
        foreach (var job in jobs)
        {
            var heading = $"\n**{PullText.Name(job.Name)}**\n\n";
            comment.Append(heading).Append(PullText.Fence(job.Explanation.Split('\n'), most - heading.Length));
        }

        if (jobs.Count == 0)
            comment.Append("\nIt ended before it could say why: its log does.\n");
        return comment.Append(end).ToString();
    }
}
