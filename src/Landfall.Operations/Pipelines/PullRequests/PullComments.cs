using System.Globalization;
using System.Text.Json.Nodes;

namespace Landfall.Operations.Pipelines.PullRequests;

/// <summary>Goes through the comments of a pull request, page by page.</summary>
internal static class PullComments
{
    /// <summary>How many are asked for at once, the most that each service gives.</summary>
    public const int PageSize = 100;

    // Landfall's comment is among the first: it comes with the pull request.
    private const int MostPages = 20;

    /// <summary>Finds the first comment that begins in a way.</summary>
    /// <param name="read">Reads a page.</param>
    /// <param name="body">Gets a comment's text; null for what is none.</param>
    /// <param name="start">How it begins.</param>
    /// <returns>Its number; null where there is none.</returns>
    public static async Task<long?> FindAsync(Func<int, Task<JsonArray?>> read, Func<PullAnswer, string?> body, string start)
    {
        for (var page = 1; page <= MostPages; page++)
        {
            var comments = await read(page).ConfigureAwait(false) ?? [];
            foreach (var comment in comments.OfType<JsonObject>().Select(c => new PullAnswer(c)))
            {
                if (body(comment)?.StartsWith(start, StringComparison.Ordinal) == true && long.TryParse(comment.Find("id"), CultureInfo.InvariantCulture, out var id))
                    return id;
            }

            if (comments.Count < PageSize)
                break;
        }

        return null;
    }
}
