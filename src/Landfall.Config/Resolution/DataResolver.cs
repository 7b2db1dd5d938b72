using Landfall.Config.Databases;
using Landfall.Config.Model;
using Landfall.Config.Plan;

namespace Landfall.Config.Resolution;

/// <summary>Resolves what holds state.</summary>
internal static class DataResolver
{
    /// <summary>The databases, in order of name.</summary>
    public static IReadOnlyList<DatabasePlan> Databases(SettingsModel settings, string app) =>
        Ordering.ByIdentity(settings.Databases, (name, title, model) => Database(name, title, model, settings, app));

    /// <summary>The tables, in order of name.</summary>
    public static IReadOnlyList<TablePlan> Tables(SettingsModel settings) =>
        Ordering.ByIdentity(settings.Tables, (name, title, model) => new TablePlan
        {
            Name = name,
            Title = title,
            PartitionKey = Key(model.PartitionKey)!,
            SortKey = Key(model.SortKey),
            Ttl = model.Ttl,
            PointInTimeRecovery = model.PointInTimeRecovery,
            Indexes = Ordering.ByName(model.Indexes, (index, keys) => new IndexPlan(index, Key(keys.PartitionKey)!, Key(keys.SortKey))),
            Capacity = model.Capacity is { } capacity ? new CapacityPlan(capacity.Read!.Value, capacity.Write!.Value) : null,
            DeletionProtection = model.DeletionProtection ?? settings.Protect,
            AwsName = model.AwsName,
        });

    /// <summary>The buckets, in order of name.</summary>
    public static IReadOnlyList<BucketPlan> Buckets(SettingsModel settings) =>
        Ordering.ByIdentity(settings.Buckets, (name, title, model) => new BucketPlan
        {
            Name = name,
            Title = title,
            Versioned = model.Versioned,
            CorsOrigins = model.Cors,
            ExpireDays = (int?)model.Expire?.TotalDays,
            AwsName = model.AwsName,
        });

    /// <summary>The queues, in order of name.</summary>
    public static IReadOnlyList<QueuePlan> Queues(SettingsModel settings) =>
        Ordering.ByIdentity(settings.Queues, (name, title, model) => new QueuePlan
        {
            Name = name,
            Title = title,
            Fifo = model.Fifo,
            Visibility = model.Visibility,
            Retries = model.Retries,
            Retention = model.Retention,
            Delay = model.Delay,
        });

    /// <summary>The user pool, or null.</summary>
    public static AuthPlan? Auth(AuthModel? model) => model is null ? null : new AuthPlan
    {
        Email = model.SignIn.Contains(SignInName.Email),
        UserName = model.SignIn.Contains(SignInName.UserName),
        SelfSignUp = model.SelfSignUp,
        PasswordLength = model.Password.Length,
        PasswordLower = model.Password.Lower,
        PasswordUpper = model.Password.Upper,
        PasswordDigit = model.Password.Digit,
        PasswordSymbol = model.Password.Symbol,
        Mfa = model.Mfa,
        Callbacks = model.Callbacks,
        LocalPorts = model.LocalPorts,
    };

    private static DatabasePlan Database(string name, string title, DatabaseModel model, SettingsModel settings, string app)
    {
        var protect = settings.Protect;
        var least = model.Capacity.Least(settings.Schedule is not null);
        var engine = model.Engine!.Value;
        return new DatabasePlan
        {
            Name = name,
            Title = title,
            Engine = engine,
            Version = model.Version ?? DefaultVersion(engine),
            DatabaseName = model.Database ?? DatabasePlan.DefaultName(app, engine),
            MinCapacity = least,
            MaxCapacity = model.Capacity.Max ?? Math.Max(4, least),
            PauseAfter = model.Capacity.PauseAfter,
            Instances = model.Instances ?? (protect ? 2 : 1),
            InstanceClass = model.Instance ?? UsualClass.Of(settings.Region!),
            StorageGiB = model.Storage.GiB,
            MaxStorageGiB = model.MaxStorage?.GiB ?? (int)Math.Min((long)model.Storage.GiB * Growth, LargestStorage),
            MultiAz = model.MultiAz ?? protect,
            BackupDays = (int)model.Backup.TotalDays,
            DeletionProtection = model.DeletionProtection ?? protect,
            DataApi = model.DataApi,
            RotationDays = model.Rotation.Enabled ? (int)model.Rotation.Every.TotalDays : null,
        };
    }

    private const int Growth = 5;
    private const int LargestStorage = 65_536;

    // Major versions in standard support (Amazon RDS User Guide and Amazon Aurora User Guide, release calendars, November 2026):
    // RDS for MySQL 8.0 left it on 31 July 2026, Aurora MySQL 3, which is 8.0, stays until 30 April 2028.
    private static string DefaultVersion(DatabaseEngine engine) => engine switch
    {
        DatabaseEngine.AuroraMysql => "8.0",
        DatabaseEngine.Mysql => "8.4",
        _ => "16",
    };

    private static KeyPlan? Key(AttributeModel? model) => model is null ? null : new KeyPlan(model.Name!, model.Type);
}
