using System.CommandLine;
using TeacherDevPlan.Api.Hosting;

namespace TeacherDevPlan.Development;

/// <summary>The published sample plan, and the invented country of <c>seed-national</c>.</summary>
internal sealed class InventedData : IDevelopmentData
{
    public ReadOnlyMemory<byte> SamplePlan => TeacherDevPlan.SampleData.SamplePlan.Read();

    public IEnumerable<Command> Commands(Func<Func<Task<int>>, Task<int>> guarded) =>
        [SeedNationalCommand.Create(guarded)];
}
