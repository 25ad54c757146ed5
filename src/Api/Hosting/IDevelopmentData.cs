using System.CommandLine;

namespace TeacherDevPlan.Api.Hosting;

/// <summary>Invented and sample data, which a program for development adds to the service.</summary>
internal interface IDevelopmentData
{
    /// <summary>The plan file that is imported into an empty database when the service starts.</summary>
    ReadOnlyMemory<byte> SamplePlan { get; }

    /// <summary>Commands that fill a database with invented data.</summary>
    /// <param name="guarded">Prints failures that the user can fix as a message, and returns the exit code.</param>
    IEnumerable<Command> Commands(Func<Func<Task<int>>, Task<int>> guarded);
}
