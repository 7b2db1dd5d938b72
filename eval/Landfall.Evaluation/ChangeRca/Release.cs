using System.Text.Json;

namespace Landfall.Evaluation.ChangeRca;

/// <summary>One service's release in a case: new pods beside old ones.</summary>
/// <param name="Case">The case.</param>
/// <param name="Service">The service.</param>
/// <param name="Time">When it began, in Unix seconds.</param>
/// <param name="IsFaulty">Whether it is the one at fault.</param>
/// <param name="Minutes">What the service's pods answered, also before.</param>
internal sealed record Release(string Case, string Service, long Time, bool IsFaulty, IReadOnlyList<PodMinute> Minutes)
{
    /// <summary>Reads the releases of every case in a folder.</summary>
    /// <param name="folder">The data set's folder.</param>
    /// <returns>The releases, by case and service.</returns>
    public static IReadOnlyList<Release> Read(string folder)
    {
        var releases = new List<Release>();
        foreach (var line in File.ReadLines(Path.Combine(folder, "truth.jsonl")).Where(line => line.Length > 0))
        {
            using var truth = JsonDocument.Parse(line);
            var name = truth.RootElement.GetProperty("case").GetString()!;
            var faulty = truth.RootElement.GetProperty("faulty_release").GetString();
            using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, name, "releases.json")));
            releases.AddRange(file.RootElement.GetProperty("releases").EnumerateObject().Select(release => new Release(
                name,
                release.Name,
                release.Value.GetProperty("release_time").GetInt64(),
                release.Name == faulty,
                PodMinute.Read(Path.Combine(folder, name), release.Name))));
        }

        return [.. releases.OrderBy(r => r.Case, StringComparer.Ordinal).ThenBy(r => r.Service, StringComparer.Ordinal)];
    }
}
