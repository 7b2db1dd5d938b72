using System.Globalization;
using System.Text.Json.Nodes;

namespace Landfall.Operations.Pipelines.PullRequests;

/// <summary>Goes through lists of a service, page by page.</summary>
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
    public static Task<long?> FindAsync(Func<int, Task<JsonArray?>> read, Func<PullAnswer, string?> body, string start) =>
        FirstAsync(read, comment => body(comment)?.StartsWith(start, StringComparison.Ordinal) == true ? comment.Find("id") : null);

    /// <summary>Finds the first that has a number.</summary>
    /// <param name="read">Reads a page.</param>
    /// <param name="number">Gets the number; null for what is not looked for.</param>
    /// <param name="pageSize">How many are on a page that is not the last.</param>
    /// <returns>The number; null where there is none.</returns>
    public static async Task<long?> FirstAsync(Func<int, Task<JsonArray?>> read, Func<PullAnswer, string?> number, int pageSize = PageSize)
    {
        for (var page = 1; page <= MostPages; page++)
        {
            var listed = await read(page).ConfigureAwait(false) ?? [];
            foreach (var one in listed.OfType<JsonObject>())
            {
                if (long.TryParse(number(new PullAnswer(one)), CultureInfo.InvariantCulture, out var found))
                    return found;
            }

            if (listed.Count < pageSize)
                break;
        }

        return null;
    }
}
