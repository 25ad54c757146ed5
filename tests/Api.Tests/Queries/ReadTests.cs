namespace TeacherDevPlan.Api.Tests;

/// <summary>Statements that are made once and sent with other values, and rows of which only a part is read.</summary>
public sealed class ReadTests(PlanService service) : IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await service.WithSampleAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(1)]
    [InlineData(39)]
    [InlineData(40)]
    [InlineData(41)]
    [InlineData(60)]
    public async Task A_filter_of_one_shape_with_other_values_finds_others(int conditions)
    {
        for (var wanted = 1; wanted <= 3; wanted++)
        {
            // What finds something stands last.
            var numbers = Enumerable.Repeat(9_999, conditions - 1).Append(wanted);
            var or = string.Join(", ", numbers.Select(number => $"{{ number: {{ eq: {number} }} }}"));
            var found = await service.QueryAsync($"{{ projects(where: {{ or: [{or}] }}) {{ nodes {{ number }} }} }}");
            var nodes = found.GetProperty("projects").GetProperty("nodes");
            nodes.GetArrayLength().ShouldBe(1);
            nodes[0].GetProperty("number").GetInt32().ShouldBe(wanted);
        }
    }

    [Theory]
    [InlineData("edges { a: node { id } b: node { venue } }", "b")]
    [InlineData("a: edges { node { id } } edges { b: node { venue } }", "b")]
    [InlineData("nodes { id } edges { b: node { venue } }", "b")]
    public async Task What_one_place_does_not_look_at_is_read_for_another(string selection, string name)
    {
        var answer = await service.QueryAsync($"{{ projects(first: 10) {{ {selection} }} }}");
        answer
            .GetProperty("projects")
            .GetProperty("edges")
            .EnumerateArray()
            .Select(edge => edge.GetProperty(name).GetProperty("venue").GetString())
            .ShouldContain(venue => venue != null);
    }
}
