namespace Landfall.Benchmarks;

/// <summary>All measurements. Those that are compared take turns, so that what else the machine does hits both.</summary>
/// <param name="programs">The programs.</param>
/// <param name="folder">Where projects and templates go.</param>
/// <param name="repetitions">How often the short ones run; those of 100 and 200 services synthesise once or twice.</param>
internal sealed class Suite(Programs programs, string folder, int repetitions)
{
    private readonly Runner _runner = new(programs.Environment);

    /// <summary>Measures.</summary>
    /// <returns>The figures.</returns>
    public IReadOnlyList<Figure> Run()
    {
        var few = Math.Min(2, repetitions);
        var validate = TakeTurns(3 * repetitions, true, Validate(50), Validate(100), Validate(200));
        var synth = TakeTurns(repetitions, true, HandWritten(), Synth(10));
        var unchanged = TakeTurns(3 * repetitions, true, Unchanged(10), Unchanged(50));
        var large = TakeTurns(few, false, Synth(100), Synth(200));
        return
        [
            new(validate[0], 0.25),
            new(validate[1]),
            new(validate[2], 2.2, validate[1]),
            new(synth[0]),
            new(synth[1], 1.3, synth[0]),
            new(unchanged[0], 0.4),
            new(unchanged[1], 0.4),
            new(large[0]),
            new(large[1], 2.2, large[0]),
        ];
    }

    private string Project(int services)
    {
        var project = Path.Combine(folder, $"project-{services}");
        return Directory.Exists(project) ? project : ProjectWriter.Write(project, services);
    }

    private Subject Validate(int services) => new($"validate, {services} services", [programs.Landfall, "validate", Project(services)]);

    private Subject HandWritten()
    {
        var output = Path.Combine(folder, "hand-written");
        return new("hand-written CDK, 10 services", ["dotnet", programs.HandWritten, output], output, Anew: true);
    }

    private Subject Synth(int services) => Synth($"synth, {services} services", services, anew: true);

    private Subject Unchanged(int services) => Synth($"unchanged synth, {services} services", services, anew: false);

    private Subject Synth(string name, int services, bool anew)
    {
        var output = Path.Combine(folder, $"{(anew ? "synth" : "unchanged")}-{services}");
        return new(name, [programs.Landfall, "synth", Project(services), "--env", "prod", "--output", output], output, anew);
    }

    private List<Measurement> TakeTurns(int rounds, bool warmUp, params Subject[] subjects)
    {
        var runs = subjects.Select(_ => new List<(double Seconds, long PeakBytes)>()).ToList();
        // Round 0 brings files into memory, writes what stays unchanged, and does not count. The large ones do without:
        // what they read has been read before, and they are long.
        for (var round = warmUp ? 0 : 1; round <= rounds; round++)
        {
            for (var i = 0; i < subjects.Length; i++)
            {
                if (subjects[i] is { Anew: true, Output: { } output } && Directory.Exists(output))
                    Directory.Delete(output, recursive: true);
                Console.Error.WriteLine($"{subjects[i].Name}: {(round == 0 ? "warm-up" : $"run {round} of {rounds}")}");
                var run = _runner.Run(subjects[i].Program);
                if (round > 0)
                    runs[i].Add(run);
            }
        }

        return [.. subjects.Select((subject, i) => new Measurement(
            subject.Name,
            [.. runs[i].Select(r => r.Seconds)],
            runs[i].Max(r => r.PeakBytes),
            subject.Output is null ? null : Templates.CountResources(subject.Output)))];
    }
}
