using CsCheck;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Application.Projects;
using TeacherDevPlan.Domain.Projects;

namespace TeacherDevPlan.Application.Tests;

public sealed class QueryingTests
{
    private static readonly Cursors Cursors = new(new byte[] { 1, 2, 3 });

    [Fact]
    public void An_id_is_read_back_as_it_was_written() =>
        Gen.Guid.Sample(id =>
            NodeId.TryParse(new NodeId("Project", id).ToString(), out var read) && read == new NodeId("Project", id)
        );

    [Fact]
    public void Any_other_text_is_no_id_or_is_written_back_the_same() =>
        Gen.String.Sample(text => !NodeId.TryParse(text, out var read) || read.ToString() == text);

    [Fact]
    public void A_cursor_gives_back_the_values_it_was_made_of() =>
        Gen.Select(Gen.String[Gen.Char['ก', '๛'], 0, 50], Gen.Int)
            .Sample(
                (name, number) =>
                {
                    var keys = Keys("name", "number");
                    var cursor = Cursors.Write("Project", keys, [name, number]);
                    return Cursors.Read(cursor, "after", "Project", keys).SequenceEqual([name, number]);
                }
            );

    [Fact]
    public void A_cursor_of_another_list_or_database_is_refused()
    {
        var keys = Keys("number");
        var cursor = Cursors.Write("Project", keys, [1]);
        Should.Throw<QueryRefusedException>(() => Cursors.Read(cursor, "after", "Activity", keys));
        Should.Throw<QueryRefusedException>(() => new Cursors(new byte[] { 9 }).Read(cursor, "after", "Project", keys));
    }

    [Fact]
    public void Values_in_a_filter_are_parameters_so_that_queries_alike_share_a_plan()
    {
        var compiler = new FilterCompiler(new QueryModels([new ProjectModel()]), new AccessControl(Caller.System));
        var where = new Dictionary<string, object?> { ["number"] = new Dictionary<string, object?> { ["eq"] = 4711 } };
        compiler.Compile<Project>(where)!.ToString().ShouldNotContain("4711");
    }

    private static SortKey[] Keys(params string[] fields) =>
        [
            .. fields.Select(name =>
                SortKey.Of(name, ((ValueField)new ProjectModel().Find(name)!).Value, descending: false)
            ),
        ];
}
