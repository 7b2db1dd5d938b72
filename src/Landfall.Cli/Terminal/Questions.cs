using Landfall.Config;
using Spectre.Console;

namespace Landfall.Cli.Terminal;

/// <summary>Questions to a person; without a terminal there is nobody to ask.</summary>
internal static class Questions
{
    /// <summary>Asks yes or no; no is the default.</summary>
    /// <param name="screen">The streams.</param>
    /// <param name="question">The question.</param>
    /// <param name="otherwise">What a script has to do instead.</param>
    /// <param name="cancellation">Stops asking.</param>
    /// <returns>True for yes.</returns>
    /// <exception cref="LandfallException">There is no terminal.</exception>
    public static Task<bool> ConfirmAsync(Screen screen, string question, string otherwise, CancellationToken cancellation)
    {
        RequireTerminal(screen, question, otherwise);
        return AskAsync(screen, new ConfirmationPrompt(Markup.Escape(question)) { DefaultValue = false }, cancellation);
    }

    /// <summary>Asks for a name to be typed, before what cannot be undone.</summary>
    /// <param name="screen">The streams.</param>
    /// <param name="question">The question.</param>
    /// <param name="name">The name.</param>
    /// <param name="otherwise">What a script has to do instead.</param>
    /// <param name="cancellation">Stops asking.</param>
    /// <returns>True when exactly the name was typed.</returns>
    /// <exception cref="LandfallException">There is no terminal.</exception>
    public static async Task<bool> TypeNameAsync(
        Screen screen, string question, string name, string otherwise, CancellationToken cancellation)
    {
        RequireTerminal(screen, question, otherwise);
        return await AskAsync(screen, new TextPrompt<string>(Markup.Escape(question)).AllowEmpty(), cancellation).ConfigureAwait(false) == name;
    }

    /// <summary>Asks for a value that is not shown while it is typed.</summary>
    /// <param name="screen">The streams, of which <see cref="Screen.Interactive"/> is true.</param>
    /// <param name="question">What for.</param>
    /// <param name="cancellation">Stops asking.</param>
    /// <returns>The value; empty when none was typed.</returns>
    public static Task<string> SecretAsync(Screen screen, string question, CancellationToken cancellation) =>
        AskAsync(screen, new TextPrompt<string>(Markup.Escape(question)).AllowEmpty().Secret(null), cancellation);

    /// <summary>Asks anything of a person who is there.</summary>
    /// <typeparam name="T">What the answer is.</typeparam>
    /// <param name="screen">The streams, of which <see cref="Screen.Interactive"/> is true.</param>
    /// <param name="prompt">The question.</param>
    /// <param name="cancellation">Stops asking.</param>
    /// <returns>The answer.</returns>
    public static async Task<T> AskAsync<T>(Screen screen, IPrompt<T> prompt, CancellationToken cancellation)
    {
        try
        {
            return await prompt.ShowAsync(screen.Talk, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // A choice hides the cursor. What is said next begins below the question.
            screen.Talk.Cursor.Show(true);
            screen.Talk.WriteLine();
            throw;
        }
    }

    private static void RequireTerminal(Screen screen, string question, string otherwise)
    {
        if (!screen.Interactive)
            throw new LandfallException(ErrorCodes.ConfirmationNeeded, $"{question} There is no terminal to ask on. {otherwise}");
    }
}
