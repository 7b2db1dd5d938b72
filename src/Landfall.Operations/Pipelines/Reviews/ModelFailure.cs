using System.Net;
using Landfall.Aws;
using Landfall.Config;

namespace Landfall.Operations.Pipelines.Reviews;

/// <summary>Says what to do where Bedrock cannot ask a model; what every service of AWS may answer is told as everywhere.</summary>
internal static class ModelFailure
{
    /// <summary>Finds the error to report.</summary>
    /// <param name="exception">Bedrock's answer.</param>
    /// <param name="model">The model.</param>
    /// <param name="region">The region.</param>
    /// <returns>The error; null where it is none of a model's.</returns>
    public static LandfallException? Of(AwsException exception, string model, string region) => exception switch
    {
        // In Bedrock's own words; a role that may not ask it is told of the action.
        { Status: HttpStatusCode.Forbidden or HttpStatusCode.NotFound } when Says(exception, "access to the model") || Says(exception, "Model access is denied") || Says(exception, "use case details") =>
            Error(exception, $"The account may not use '{model}' in {region} yet. Turn it on in Bedrock's console there ('Model access', or the model's page in 'Model catalog'), and wait some minutes."),
        { Status: HttpStatusCode.BadRequest } when Says(exception, "on-demand throughput") =>
            Error(exception, $"In {region} '{model}' is asked by an inference profile only. 'aws bedrock list-inference-profiles --region {region}' names it, such as eu.{model}."),
        { Status: HttpStatusCode.BadRequest } when Says(exception, "too long") || Says(exception, "too many input tokens") || Says(exception, "maximum tokens") =>
            Error(exception, "The change is more than the model takes at once. Give a smaller '--max-tokens'."),
        { Status: HttpStatusCode.BadRequest } when Says(exception, "tool") =>
            Error(exception, $"'{model}' cannot call tools as it would have to. Take a '--model' that can ('Supported models and model features' in the Amazon Bedrock User Guide)."),
        { Status: HttpStatusCode.BadRequest or HttpStatusCode.NotFound } =>
            Error(exception, $"Bedrock in {region} does not take '{model}'. 'aws bedrock list-foundation-models --region {region}' and 'list-inference-profiles' name those that it has."),
        { Status: HttpStatusCode.RequestTimeout or HttpStatusCode.FailedDependency } =>
            Error(exception, "The model has failed or taken too long. Run it again, with a smaller '--max-tokens' if it goes on."),
        _ => null,
    };

    private static bool Says(AwsException exception, string words) => exception.AwsMessage.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static LandfallException Error(AwsException exception, string remedy) => new(ErrorCodes.ReviewModel, $"{exception.AwsMessage.TrimEnd('.', ' ')}. {remedy}", exception);
}
