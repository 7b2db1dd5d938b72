using Landfall.Config;
using Landfall.Operations;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;
using Spectre.Console;

namespace Landfall.Cli.Terminal;

/// <summary>Why a command did not do what it was asked, for a person and for a script.</summary>
/// <param name="Code">One of <see cref="ErrorCodes"/>.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="ExitCode">The program's exit code.</param>
internal sealed record Failure(string Code, string Message, int ExitCode)
{
    private const string GoOn = "Run the same command again to go on.";

    /// <summary>More for a script: a record, or null.</summary>
    public object? Details { get; init; }

    /// <summary>Shows it to a person.</summary>
    public required Action<Screen> Say { get; init; }

    /// <summary>Finds out what an exception means.</summary>
    /// <param name="exception">What ended the command.</param>
    /// <param name="interrupted">True once somebody wanted the program to stop.</param>
    /// <returns>The failure.</returns>
    public static Failure Of(Exception exception, bool interrupted) => exception switch
    {
        InterruptedDeploymentException e => Cancelled(e.Message, $"Cancelled.\n{e.Message}"),

        // At the terminal the programs that a command started are interrupted too, and their failure may come first.
        OperationCanceledException { InnerException: not TimeoutException } => Cancelled(GoOn, $"Cancelled. {GoOn}"),
        _ when interrupted => Cancelled(GoOn, $"Cancelled. {GoOn}"),
        LandfallException e => Of(e),
        _ when AwsFailure.Of(exception) is { } e => Of(e),
        IOException or UnauthorizedAccessException => Of(new LandfallException(
            ErrorCodes.FileAccess, $"{exception.Message.TrimEnd('.')}. Check that the path is there, that you may read and write it, and that the disk is not full.")),
        _ => new Failure(ErrorCodes.Bug, $"This is a bug in Landfall: {exception.Message}", Commands.ExitCode.Bug)
        {
            Say = screen => screen.Talk.WriteLine($"{ErrorCodes.Bug} This is a bug in Landfall. Please report it with the text below.\n{exception}"),
            Details = new { Exception = exception.ToString() },
        },
    };

    private static Failure Of(LandfallException e) => new(e.Code, e.Message, Commands.ExitCode.UserError)
    {
        Details = e.Details,
        Say = e.Details switch
        {
            FailedDeployment failed => screen => DeploymentRendering.WriteFailure(screen, failed),
            FileProblems file => screen => SayProblems(screen, file.Problems),
            FailedDeletion deletion => screen =>
            {
                DeploymentRendering.WriteStacks(screen, deletion.Stacks);
                screen.Talk.WriteLine($"{e.Code} {e.Message}");
            }
            ,
            _ => screen => screen.Talk.WriteLine($"{e.Code} {e.Message}"),
        },
    };

    private static void SayProblems(Screen screen, IReadOnlyList<Problem> problems)
    {
        foreach (var problem in problems)
            screen.Talk.WriteLine(problem.ToString());
    }

    private static Failure Cancelled(string message, string said) => new(ErrorCodes.Cancelled, message, Commands.ExitCode.Cancelled)
    {
        Say = screen => screen.Talk.WriteLine(said),
    };
}
