using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;

namespace Landfall.Constructs.Data;

/// <summary>
/// What holds state: databases, tables, buckets, queues, secrets, file systems and image repositories. Retained where
/// the environment is protected.
/// </summary>
public class DataStack : LandfallStack
{
    /// <summary>Creates the data of an environment.</summary>
    /// <param name="app">The app.</param>
    public DataStack(LandfallApp app)
        : base(app, "data", $"Data of {app.Plan.App} ({app.Plan.Environment})")
    {
        foreach (var database in Plan.Databases)
        {
            Databases.Create(this, database);
        }

        foreach (var table in Plan.Tables)
        {
            Tables.Create(this, table);
        }

        foreach (var bucket in Plan.Buckets)
        {
            Buckets.Create(this, bucket);
        }

        foreach (var queue in Plan.Queues)
        {
            Queues.Create(this, queue);
        }

        foreach (var secret in Plan.Secrets)
        {
            Secrets.Create(this, secret);
        }

        foreach (var files in Plan.FileSystems)
        {
            FileSystems.Create(this, files);
        }

        foreach (var repository in Plan.Services.OfType<ContainerServicePlan>().Select(service => service.Image.Repository).OfType<string>().Distinct().Order(StringComparer.Ordinal))
        {
            Repositories.Create(this, repository);
        }
    }
}
