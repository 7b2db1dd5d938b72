using Landfall.Config.Values;

namespace Landfall.Config.Plan;

/// <summary>A relational database.</summary>
public sealed record DatabasePlan
{
    /// <summary>Its name in AWS, and in the rest of the plan: the one under which it was first deployed.</summary>
    public required string Name { get; init; }

    /// <summary>Its name in the file today, for people; not <see cref="Name"/> where <c>was</c> says that it was renamed.</summary>
    public required string Title { get; init; }

    /// <summary>The engine.</summary>
    public required DatabaseEngine Engine { get; init; }

    /// <summary>The engine's version, major or full, for example <c>16</c> or <c>16.6</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The name of the database that is created inside.</summary>
    public required string DatabaseName { get; init; }

    /// <summary>The name of the database inside where the file gives none.</summary>
    /// <param name="app">The app's name.</param>
    /// <param name="engine">The engine.</param>
    /// <returns>The same letters and digits, as engines take no dashes; with <c>db</c> behind a word that the engine reserves.</returns>
    internal static string DefaultName(string app, DatabaseEngine engine)
    {
        var name = app.Replace("-", "", StringComparison.Ordinal);
        return DatabaseWords.IsReserved(engine, name) ? $"{name}db" : name;
    }

    /// <summary>Aurora: smallest capacity in ACU, 0 to let it pause; 0.5 steps.</summary>
    public required double MinCapacity { get; init; }

    /// <summary>Aurora: largest capacity in ACU, 1 to 256.</summary>
    public required double MaxCapacity { get; init; }

    /// <summary>Aurora at minimum 0: idle time after which it pauses, 5 minutes to 1 day.</summary>
    public required TimeSpan PauseAfter { get; init; }

    /// <summary>Aurora: number of instances; with two or more the others are readers in other zones.</summary>
    public required int Instances { get; init; }

    /// <summary>Plain RDS: instance class, for example <c>t4g.micro</c>.</summary>
    public required string InstanceClass { get; init; }

    /// <summary>Plain RDS: storage in GiB, 20 to 65536.</summary>
    public required int StorageGiB { get; init; }

    /// <summary>Plain RDS: storage in GiB to which it grows by itself; the same as <see cref="StorageGiB"/> for not at all.</summary>
    public required int MaxStorageGiB { get; init; }

    /// <summary>Plain RDS: true for a standby in a second zone.</summary>
    public required bool MultiAz { get; init; }

    /// <summary>How long automatic backups are kept, 1 to 35 days.</summary>
    public required int BackupDays { get; init; }

    /// <summary>True when AWS refuses to delete it.</summary>
    public required bool DeletionProtection { get; init; }

    /// <summary>Aurora: true to enable the HTTP data API.</summary>
    public required bool DataApi { get; init; }

    /// <summary>How often the password is rotated, or null for never.</summary>
    public required int? RotationDays { get; init; }
}
