using System.Globalization;
using System.Text;
using Landfall.Config;

namespace Landfall.Operations.Pipelines.Reviews;

/// <summary>How much may be sent and answered.</summary>
/// <param name="Input">The most tokens that are sent.</param>
/// <param name="Output">The most tokens of the answer.</param>
internal sealed record ReviewBudget(int Input, int Output)
{
    /// <summary>How many tokens a review has where nobody says otherwise.</summary>
    public const int Usual = 60_000;

    private const int LeastTokens = 4000;
    private const int MostTokens = 1_000_000;
    private const int LeastInput = 2000;
    private const int LeastOutput = 500;
    private const int MostOutput = 8000;
    private const decimal Million = 1_000_000;

    /// <summary>Works it out.</summary>
    /// <param name="parameters">The limits.</param>
    /// <returns>The budget.</returns>
    /// <exception cref="LandfallException">A limit is out of range, or lacks its prices.</exception>
    public static ReviewBudget Of(PipelineReviewParameters parameters)
    {
        if (parameters.MaxTokens is < LeastTokens or > MostTokens)
            throw Wrong("--max-tokens", parameters.MaxTokens.ToString(CultureInfo.InvariantCulture), $"a number from {LeastTokens} to {MostTokens}");
        foreach (var (option, given) in new[] { ("--max-cost", parameters.MaxCost), ("--input-price", parameters.InputPrice), ("--output-price", parameters.OutputPrice) })
        {
            if (given is <= 0 or > 10_000)
                throw Wrong(option, given.Value.ToString(CultureInfo.InvariantCulture), "a number of dollars above 0, and at most 10000");
        }

        if (parameters.InputPrice is null != parameters.OutputPrice is null || (parameters.MaxCost is not null && parameters.InputPrice is null))
            throw new LandfallException(ErrorCodes.ReviewOption, "A cost needs the model's two prices, and not each is given. Give '--input-price' and '--output-price', in dollars for a million tokens (https://aws.amazon.com/bedrock/pricing/).");

        var output = Math.Min(MostOutput, parameters.MaxTokens / 4);
        var input = parameters.MaxTokens - output;
        if (parameters is { MaxCost: { } most, InputPrice: { } inputPrice, OutputPrice: { } outputPrice })
        {
            // The answer gets at most half of the money.
            output = (int)Math.Min(output, most / 2 / outputPrice * Million);
            input = (int)Math.Min(input, (most - (output * outputPrice / Million)) / inputPrice * Million);
            if (output < LeastOutput || input < LeastInput)
                throw Wrong("--max-cost", most.ToString(CultureInfo.InvariantCulture), $"enough for {LeastInput} tokens sent and {LeastOutput} answered, at these prices");
        }

        return new ReviewBudget(input, output);
    }

    /// <summary>
    /// How many tokens a text is at most. Programs have about three bytes in one; a model that cuts finer, or text of another kind, has
    /// fewer, and a limit is one that is kept.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <returns>The tokens.</returns>
    public static int Tokens(string text) => (Encoding.UTF8.GetByteCount(text) + 1) / 2;

    /// <summary>What it cost.</summary>
    /// <param name="parameters">The prices.</param>
    /// <param name="input">The tokens that were sent.</param>
    /// <param name="output">The tokens that came back.</param>
    /// <returns>Dollars; null without prices.</returns>
    public static decimal? Cost(PipelineReviewParameters parameters, long input, long output) =>
        parameters is { InputPrice: { } inputPrice, OutputPrice: { } outputPrice } ? ((input * inputPrice) + (output * outputPrice)) / Million : null;

    private static LandfallException Wrong(string option, string given, string wanted) => new(ErrorCodes.ReviewOption, $"'{option}' is {given}, but has to be {wanted}.");
}
