using Landfall.Config.Model;
using Landfall.Config.Plan;

namespace Landfall.Config.Resolution;

/// <summary>Resolves what holds state.</summary>
internal static class DataResolver
{
    /// <summary>The databases, in order of name.</summary>
    public static IReadOnlyList<DatabasePlan> Databases(SettingsModel settings, string app) =>
        Ordering.ByName(settings.Databases, (name, model) => Database(name, model, settings.Protect ?? false, app));

    /// <summary>The tables, in order of name.</summary>
    public static IReadOnlyList<TablePlan> Tables(SettingsModel settings) =>
        Ordering.ByName(settings.Tables, (name, model) => new TablePlan
        {
            Name = name,
            PartitionKey = Key(model.PartitionKey)!,
            SortKey = Key(model.SortKey),
            Ttl = model.Ttl,
            PointInTimeRecovery = model.PointInTimeRecovery ?? true,
            Indexes = Ordering.ByName(model.Indexes, (index, keys) => new IndexPlan(index, Key(keys.PartitionKey)!, Key(keys.SortKey))),
            Capacity = model.Capacity is { } capacity ? new CapacityPlan(capacity.Read!.Value, capacity.Write!.Value) : null,
            DeletionProtection = model.DeletionProtection ?? settings.Protect ?? false,
        });

    /// <summary>The buckets, in order of name.</summary>
    public static IReadOnlyList<BucketPlan> Buckets(SettingsModel settings) =>
        Ordering.ByName(settings.Buckets, (name, model) => new BucketPlan
        {
            Name = name,
            Versioned = model.Versioned ?? true,
            CorsOrigins = model.Cors,
            ExpireDays = (int?)model.Expire?.TotalDays,
        });

    /// <summary>The queues, in order of name.</summary>
    public static IReadOnlyList<QueuePlan> Queues(SettingsModel settings) =>
        Ordering.ByName(settings.Queues, (name, model) =>
        {
            var defaults = new QueuePlan { Name = name };
            return new QueuePlan
            {
                Name = name,
                Fifo = model.Fifo ?? defaults.Fifo,
                Visibility = model.Visibility ?? defaults.Visibility,
                Retries = model.Retries ?? defaults.Retries,
                Retention = model.Retention ?? defaults.Retention,
                Delay = model.Delay ?? defaults.Delay,
            };
        });

    /// <summary>The user pool, or null.</summary>
    public static AuthPlan? Auth(AuthModel? model)
    {
        if (model is null)
        {
            return null;
        }

        var defaults = new AuthPlan();
        var signIn = model.SignIn ?? [SignInName.Email];
        return new AuthPlan
        {
            Email = signIn.Contains(SignInName.Email),
            UserName = signIn.Contains(SignInName.UserName),
            SelfSignUp = model.SelfSignUp ?? defaults.SelfSignUp,
            PasswordLength = model.Password?.Length ?? defaults.PasswordLength,
            PasswordLower = model.Password?.Lower ?? defaults.PasswordLower,
            PasswordUpper = model.Password?.Upper ?? defaults.PasswordUpper,
            PasswordDigit = model.Password?.Digit ?? defaults.PasswordDigit,
            PasswordSymbol = model.Password?.Symbol ?? defaults.PasswordSymbol,
            Mfa = model.Mfa ?? defaults.Mfa,
            Callbacks = model.Callbacks,
            LocalPorts = model.LocalPorts,
        };
    }

    private static DatabasePlan Database(string name, DatabaseModel model, bool protect, string app)
    {
        var engine = model.Engine!.Value;
        var version = model.Version ?? (engine is DatabaseEngine.AuroraPostgresql or DatabaseEngine.Postgresql ? "16" : "8.0");
        var defaults = new DatabasePlan { Name = name, Engine = engine, Version = version, DatabaseName = "" };
        return defaults with
        {
            DatabaseName = model.Database ?? app.Replace("-", "", StringComparison.Ordinal),
            MinCapacity = model.Capacity?.Min ?? Math.Min(defaults.MinCapacity, model.Capacity?.Max ?? defaults.MaxCapacity),
            MaxCapacity = model.Capacity?.Max ?? Math.Max(defaults.MaxCapacity, model.Capacity?.Min ?? 0),
            PauseAfter = model.Capacity?.PauseAfter ?? defaults.PauseAfter,
            Instances = model.Instances ?? (protect ? 2 : 1),
            InstanceClass = model.Instance ?? defaults.InstanceClass,
            StorageGiB = model.Storage?.GiB ?? defaults.StorageGiB,
            MultiAz = model.MultiAz ?? protect,
            BackupDays = (int)(model.Backup?.TotalDays ?? defaults.BackupDays),
            DeletionProtection = model.DeletionProtection ?? protect,
            DataApi = model.DataApi ?? false,
            RotationDays = model.Rotation?.Enabled == false ? null : (int)(model.Rotation?.Every?.TotalDays ?? 30),
        };
    }

    private static KeyPlan? Key(AttributeModel? model) => model is null ? null : new KeyPlan(model.Name!, model.Type ?? KeyType.String);
}
