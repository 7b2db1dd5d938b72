namespace Landfall.Benchmarks;

/// <summary>All measurements. Those that are compared take turns, so that what else the machine does hits both.</summary>
/// <param name="programs">The programs.</param>
/// <param name="folder">Where projects and templates go.</param>
/// <param name="repetitions">How often the short ones run; those of 100 and 200 services synthesise once or twice.</param>
internal sealed class Suite(Programs programs, string folder, int repetitions)
{
    // The second to the tenth: the first, which starts the host, is the run that does not count.
    private const int ChangedRuns = 9;

    private readonly Runner _runner = new(programs.Environment);

    /// <summary>Measures.</summary>
    /// <returns>The figures.</returns>
    public IReadOnlyList<Figure> Run()
    {
        var few = Math.Min(2, repetitions);
        var validate = TakeTurns(3 * repetitions, true, Validate(50), Validate(100), Validate(200));
        var synth = TakeTurns(repetitions, true, HandWritten(), Synth(10));
        var changed = TakeTurns(ChangedRuns, true, HandWritten(), Changed(10));
        var unchanged = TakeTurns(3 * repetitions, true, Unchanged(10), Unchanged(50));
        var deployed = Deployed();
        var large = TakeTurns(few, false, Synth(100), Synth(200));
        return
        [
            new(validate[0], 0.25),
            new(validate[1]),
            new(validate[2], 2.2, validate[1]),
            new(synth[0]),
            new(synth[1], 1.25, synth[0]),
            new(changed[0]),
            new(changed[1], 0.5, changed[0]),
            new(unchanged[0], 0.4),
            new(unchanged[1], 0.4),
            new(deployed[0]),
            new(deployed[1], 0.6),
            new(large[0]),
            new(large[1], 2.2, large[0]),
        ];
    }

    private string Project(int services)
    {
        var project = Path.Combine(folder, $"project-{services}");
        return Directory.Exists(project) ? project : ProjectWriter.Write(project, services, logLevel: "info");
    }

    /// <summary>The synthesis of a file that is edited again and again, as somebody who works on it does.</summary>
    private Subject Changed(int services)
    {
        var project = Path.Combine(folder, $"changed-{services}");
        var output = Path.Combine(folder, $"changed-{services}.out");
        return new($"changed synth, {services} services", [programs.Landfall, "synth", project, "--env", "prod", "--output", output], output)
        {
            Before = run => ProjectWriter.Write(project, services, $"level-{run}"),
            Warm = true,
        };
    }

    /// <summary>The deployment of the shop to a local AWS, of which the warm-up is the one that changes something.</summary>
    private List<Measurement> Deployed()
    {
        var project = Path.Combine(folder, "shop");
        ProjectWriter.Copy(programs.Shop, project);
        var validate = new Subject("validate, shop", [programs.Landfall, "validate", project]);
        var deploy = new Subject("unchanged deploy, shop", [programs.Landfall, "deploy", project, "--local", "--yes"]);
        try
        {
            return TakeTurns(3 * repetitions, true, validate, deploy);
        }
        finally
        {
            _runner.Run([programs.Landfall, "local", "stop"], Variables(deploy));
        }
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

    // The home of a run of its own, so that a host that stays is none that served others before, and ends with the folder.
    private Dictionary<string, string> Variables(Subject subject) =>
        new() { ["LANDFALL_HOME"] = Path.Combine(folder, "home"), ["CI"] = subject.Warm ? "" : "true" };

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
                subjects[i].Before(round);
                var run = _runner.Run(subjects[i].Program, Variables(subjects[i]));
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
