using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace Landfall.Mcp.Agreeing;

/// <summary>The form that a client shows to a person: elicitation, in the words of the protocol.</summary>
internal static class AgreementForm
{
    /// <summary>The name of the question in the answers.</summary>
    public const string Key = "agreement";

    private const string Agree = "agree";
    private const string Word = "word";

    /// <summary>Makes the form.</summary>
    /// <param name="proposal">What is asked.</param>
    /// <returns>The form.</returns>
    public static ElicitRequestParams Of(Proposal proposal) => new()
    {
        Message = proposal.Text,
        RequestedSchema = proposal.Word is { } word
            ? new()
            {
                Properties = { [Word] = new ElicitRequestParams.StringSchema { Title = $"Type '{word}' to agree", Description = "It cannot be undone." } },
                Required = [Word],
            }
            : new()
            {
                Properties = { [Agree] = new ElicitRequestParams.BooleanSchema { Title = "Do it", Description = "Agree to exactly what is shown.", Default = false } },
                Required = [Agree],
            },
    };

    /// <summary>Reads the answer.</summary>
    /// <param name="proposal">What was asked.</param>
    /// <param name="answer">What was answered.</param>
    /// <returns>True where somebody has agreed.</returns>
    public static bool IsAgreed(Proposal proposal, ElicitResult? answer)
    {
        if (answer is not { IsAccepted: true, Content: { } content })
            return false;
        return proposal.Word is { } word
            ? content.TryGetValue(Word, out var typed) && typed.ValueKind == JsonValueKind.String && typed.GetString() == word
            : content.TryGetValue(Agree, out var agreed) && agreed.ValueKind == JsonValueKind.True;
    }
}
