using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Landfall.Config.Limits;

namespace Landfall.Constructs.Grants;

/// <summary>
/// A role's statements inside IAM's sizes: those with the same rights become one, and what is more than the inline policies
/// of a role may hold goes into managed policies.
/// </summary>
/// <param name="Inline">The statements of the inline policy.</param>
/// <param name="Managed">The statements of each managed policy; none where everything fits inline.</param>
internal sealed partial record RolePolicies(IReadOnlyList<Statement> Inline, IReadOnlyList<IReadOnlyList<Statement>> Managed)
{
    private const int AccountLength = 12;

    // {"Version":"2012-10-17","Statement":[]}
    private const int FrameLength = 39;

    // Of a list with a comma, or of the list itself.
    private const int Quotes = 3;
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Lays statements out over a role's policies.</summary>
    public static RolePolicies Of(IReadOnlyList<Statement> statements)
    {
        var inline = LimitList.Of("AWS::IAM::Role", "inline").Whole;
        var merged = Merge(statements);
        if (FrameLength + merged.Sum(Length) <= inline)
        {
            return new RolePolicies(merged, []);
        }

        var policies = Pack(merged, inline, LimitList.Of("AWS::IAM::ManagedPolicy", "size").Whole);
        return new RolePolicies(policies[0], policies[1..]);
    }

    /// <summary>Makes one statement of those that allow the same actions under the same condition.</summary>
    public static IReadOnlyList<Statement> Merge(IReadOnlyList<Statement> statements) =>
    [
        .. statements
            .GroupBy(statement => Text(statement with { Resources = [] }), StringComparer.Ordinal)
            .Select(same => same.First() with { Resources = [.. same.SelectMany(statement => statement.Resources).Distinct()] }),
    ];

    private static List<IReadOnlyList<Statement>> Pack(IReadOnlyList<Statement> statements, int first, int others)
    {
        var policies = new List<IReadOnlyList<Statement>>();
        var current = new List<Statement>();
        var room = first - FrameLength;
        foreach (var statement in statements)
        {
            var begun = false;
            foreach (var resource in statement.Resources)
            {
                var piece = statement with { Resources = [resource] };
                var size = begun ? Length(resource) + Quotes : Length(piece) + Quotes;
                if (size > room)
                {
                    policies.Add(Merge(current));
                    (current, room) = ([], others - FrameLength);
                    size = Length(piece) + Quotes;
                }

                current.Add(piece);
                room -= size;
                begun = true;
            }
        }

        policies.Add(Merge(current));
        return policies;
    }

    // With the comma behind it.
    private static int Length(Statement statement) => 1 + Length(Text(statement));

    // References are taken to be as long as the longest that they come to.
    private static int Length(string text) => Token().Replace(text, token => new string(
        'x', token.Value.Contains("AWS.AccountId", StringComparison.Ordinal) ? AccountLength : TemplateValues.ReferenceLength)).Length;

    private static string Text(Statement statement) => JsonSerializer.Serialize(statement.ToJson(), Compact);

    [GeneratedRegex(@"\$\{Token\[[^\]]*\]\}")]
    private static partial Regex Token();
}
