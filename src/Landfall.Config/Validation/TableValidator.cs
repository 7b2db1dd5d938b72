using System.Text;
using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Plan;

namespace Landfall.Config.Validation;

/// <summary>Checks the keys of tables and indexes.</summary>
internal sealed class TableValidator : IEnvironmentValidator
{
    private const string Table = "AWS::DynamoDB::Table";

    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        foreach (var (name, table) in environment.Settings.Tables)
        {
            var types = new Dictionary<string, KeyType>(StringComparer.Ordinal);
            CheckKeys(table.PartitionKey, table.SortKey, types, problems);
            problems.CheckLimit(table.MarkOf("indexes"), $"'{name}'", Table, "indexes", table.Indexes.Count, ErrorCodes.TableKeys, environment.Quotas);
            if (table.Ttl is { } attribute)
            {
                problems.CheckLimit(table.MarkOf("ttl"), $"'ttl' of '{name}'", Table, "ttl", Encoding.UTF8.GetByteCount(attribute));
            }

            foreach (var (index, keys) in table.Indexes)
            {
                CheckKeys(keys.PartitionKey, keys.SortKey, types, problems);
                problems.CheckForm(table.MarkOf("indexes", index), ErrorCodes.NameCharacters, "An index", Table, "index", index);
            }

            if (table.Ttl is { } ttl && types.ContainsKey(ttl) && types[ttl] != KeyType.Number)
            {
                problems.Add(table.MarkOf("ttl"), ErrorCodes.TableKeys, $"'ttl' is '{ttl}', a key of another type than number; the expiry time is a number.");
            }
        }
    }

    private static void CheckKeys(AttributeModel? partition, AttributeModel? sort, Dictionary<string, KeyType> types, ProblemList problems)
    {
        if (partition?.Name is { } name && name == sort?.Name)
        {
            problems.Add(sort.MarkOf("name"), ErrorCodes.TableKeys, $"Partition key and sort key are both '{name}'. Choose two attributes.");
            return;
        }

        foreach (var key in new[] { partition, sort })
        {
            if (key?.Name is { } text)
            {
                problems.CheckLimit(key.MarkOf("name"), $"The key '{text}'", Table, "key", Encoding.UTF8.GetByteCount(text));
            }

            if (key?.Name is { } attribute && key.Knows("type") && !types.TryAdd(attribute, key.Type) && types[attribute] != key.Type)
            {
                problems.Add(
                    key.MarkOf("type"),
                    ErrorCodes.TableKeys,
                    $"The attribute '{attribute}' is a {types[attribute].ToString().ToLowerInvariant()} in another key of the table. Give it the same type.");
            }
        }
    }
}
