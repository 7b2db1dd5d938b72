namespace Landfall.Config.Tests.Telemetry;

/// <summary>The lines that one text has and another has not, in order: the longest common part stays.</summary>
internal static class LineDiff
{
    public static IEnumerable<string> Of(IReadOnlyList<string> from, IReadOnlyList<string> to)
    {
        var common = new int[from.Count + 1, to.Count + 1];
        for (var i = from.Count - 1; i >= 0; i--)
        {
            for (var j = to.Count - 1; j >= 0; j--)
            {
                common[i, j] = from[i] == to[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        for (int i = 0, j = 0; i < from.Count || j < to.Count;)
        {
            if (i < from.Count && j < to.Count && from[i] == to[j])
            {
                i++;
                j++;
            }
            else if (j == to.Count || (i < from.Count && common[i + 1, j] >= common[i, j + 1]))
            {
                yield return "-" + from[i++];
            }
            else
            {
                yield return "+" + to[j++];
            }
        }
    }
}
