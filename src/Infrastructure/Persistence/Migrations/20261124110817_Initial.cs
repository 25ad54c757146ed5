using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "offices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    kind = table.Column<string>(type: "text", nullable: false),
                    province = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    province_code = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_offices", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "development_plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fiscal_year = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_development_plans", x => x.id);
                    table.ForeignKey(
                        name: "fk_development_plans_office_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "districts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_districts", x => x.id);
                    table.ForeignKey(
                        name: "fk_districts_office_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "org_units",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_org_units", x => x.id);
                    table.ForeignKey(
                        name: "fk_org_units_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "strategic_plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_fiscal_year = table.Column<int>(type: "integer", nullable: false),
                    last_fiscal_year = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_strategic_plans", x => x.id);
                    table.ForeignKey(
                        name: "fk_strategic_plans_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "calendar_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    development_plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    months = table.Column<DateOnly[]>(type: "date[]", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_calendar_steps_development_plan_development_plan_id",
                        column: x => x.development_plan_id,
                        principalTable: "development_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "datasets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fiscal_year = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    position = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    as_of = table.Column<DateOnly>(type: "date", nullable: true),
                    dimensions = table.Column<string[]>(type: "text[]", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_datasets", x => x.id);
                    table.ForeignKey(
                        name: "fk_datasets_development_plan_plan_id",
                        column: x => x.plan_id,
                        principalTable: "development_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "fk_datasets_office_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "development_plan_texts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    development_plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<string>(type: "text", nullable: true, collation: "th-x-icu"),
                    text = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    kind = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_development_plan_texts", x => x.id);
                    table.ForeignKey(
                        name: "fk_development_plan_texts_development_plans_development_plan_id",
                        column: x => x.development_plan_id,
                        principalTable: "development_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "findings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rule = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    severity = table.Column<string>(type: "text", nullable: false),
                    message = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    subject_type = table.Column<string>(type: "text", nullable: true, collation: "th-x-icu"),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: true),
                    location = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    stated_value = table.Column<string>(type: "text", nullable: true, collation: "th-x-icu"),
                    computed_value = table.Column<string>(type: "text", nullable: true, collation: "th-x-icu"),
                    status = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_findings", x => x.id);
                    table.ForeignKey(
                        name: "fk_findings_development_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "development_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "needs_surveys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    surveyed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    respondents = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_needs_surveys", x => x.id);
                    table.ForeignKey(
                        name: "fk_needs_surveys_development_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "development_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "fk_needs_surveys_office_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "staff_members",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    org_unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    position = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    academic_standing = table.Column<string>(type: "text", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_members", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_members_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "fk_staff_members_org_units_org_unit_id",
                        column: x => x.org_unit_id,
                        principalTable: "org_units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "strategic_plan_texts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    strategic_plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<string>(type: "text", nullable: true, collation: "th-x-icu"),
                    text = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    kind = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_strategic_plan_texts", x => x.id);
                    table.ForeignKey(
                        name: "fk_strategic_plan_texts_strategic_plans_strategic_plan_id",
                        column: x => x.strategic_plan_id,
                        principalTable: "strategic_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "strategies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    strategic_plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_strategies", x => x.id);
                    table.ForeignKey(
                        name: "fk_strategies_strategic_plans_strategic_plan_id",
                        column: x => x.strategic_plan_id,
                        principalTable: "strategic_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "observations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dataset_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    value = table.Column<decimal>(type: "numeric", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    total = table.Column<bool>(type: "boolean", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_observations", x => x.id);
                    table.ForeignKey(
                        name: "fk_observations_datasets_dataset_id",
                        column: x => x.dataset_id,
                        principalTable: "datasets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "survey_topics",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    needs_survey_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    demand = table.Column<int>(type: "integer", nullable: false),
                    percentage = table.Column<decimal>(type: "numeric", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_survey_topics", x => x.id);
                    table.ForeignKey(
                        name: "fk_survey_topics_needs_surveys_needs_survey_id",
                        column: x => x.needs_survey_id,
                        principalTable: "needs_surveys",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "guidelines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    strategy_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    heading = table.Column<string>(type: "text", nullable: true, collation: "th-x-icu"),
                    text = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    level = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_guidelines", x => x.id);
                    table.ForeignKey(
                        name: "fk_guidelines_strategy_strategy_id",
                        column: x => x.strategy_id,
                        principalTable: "strategies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "indicators",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    strategy_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    unit = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    level = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indicators", x => x.id);
                    table.ForeignKey(
                        name: "fk_indicators_strategy_strategy_id",
                        column: x => x.strategy_id,
                        principalTable: "strategies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "projects",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fiscal_year = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    nature = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    strategy_id = table.Column<Guid>(type: "uuid", nullable: false),
                    strategy_printed = table.Column<string>(type: "text", nullable: true, collation: "th-x-icu"),
                    responsible_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    responsible_unit_printed = table.Column<string>(
                        type: "text",
                        nullable: true,
                        collation: "th-x-icu"
                    ),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    period_printed = table.Column<string>(type: "text", nullable: true, collation: "th-x-icu"),
                    venue = table.Column<string>(type: "text", nullable: true, collation: "th-x-icu"),
                    virement_allowed = table.Column<bool>(type: "boolean", nullable: false),
                    stated_budget = table.Column<decimal>(type: "numeric(14,2)", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    printed_q1 = table.Column<decimal>(type: "numeric(14,2)", nullable: true),
                    printed_q2 = table.Column<decimal>(type: "numeric(14,2)", nullable: true),
                    printed_q3 = table.Column<decimal>(type: "numeric(14,2)", nullable: true),
                    printed_q4 = table.Column<decimal>(type: "numeric(14,2)", nullable: true),
                    printed_total = table.Column<decimal>(type: "numeric(14,2)", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_projects", x => x.id);
                    table.CheckConstraint("ck_projects_stated_budget", "stated_budget >= 0");
                    table.ForeignKey(
                        name: "fk_projects_development_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "development_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "fk_projects_org_units_responsible_unit_id",
                        column: x => x.responsible_unit_id,
                        principalTable: "org_units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_projects_strategy_strategy_id",
                        column: x => x.strategy_id,
                        principalTable: "strategies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "strategy_texts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    strategy_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<string>(type: "text", nullable: true, collation: "th-x-icu"),
                    text = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    kind = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_strategy_texts", x => x.id);
                    table.ForeignKey(
                        name: "fk_strategy_texts_strategies_strategy_id",
                        column: x => x.strategy_id,
                        principalTable: "strategies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "coordinates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    observation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    dimension = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    value = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_coordinates", x => x.id);
                    table.ForeignKey(
                        name: "fk_coordinates_observation_observation_id",
                        column: x => x.observation_id,
                        principalTable: "observations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "indicator_targets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    indicator_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fiscal_year = table.Column<int>(type: "integer", nullable: false),
                    target = table.Column<decimal>(type: "numeric", nullable: false),
                    result = table.Column<decimal>(type: "numeric", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indicator_targets", x => x.id);
                    table.ForeignKey(
                        name: "fk_indicator_targets_indicators_indicator_id",
                        column: x => x.indicator_id,
                        principalTable: "indicators",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "activities",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fiscal_year = table.Column<int>(type: "integer", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    position = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    planned_q1 = table.Column<decimal>(type: "numeric(14,2)", nullable: false),
                    planned_q2 = table.Column<decimal>(type: "numeric(14,2)", nullable: false),
                    planned_q3 = table.Column<decimal>(type: "numeric(14,2)", nullable: false),
                    planned_q4 = table.Column<decimal>(type: "numeric(14,2)", nullable: false),
                    printed_q1 = table.Column<decimal>(type: "numeric(14,2)", nullable: true),
                    printed_q2 = table.Column<decimal>(type: "numeric(14,2)", nullable: true),
                    printed_q3 = table.Column<decimal>(type: "numeric(14,2)", nullable: true),
                    printed_q4 = table.Column<decimal>(type: "numeric(14,2)", nullable: true),
                    printed_total = table.Column<decimal>(type: "numeric(14,2)", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_activities", x => x.id);
                    table.CheckConstraint(
                        "ck_activities_planned",
                        "planned_q1 >= 0 AND planned_q2 >= 0 AND planned_q3 >= 0 AND planned_q4 >= 0"
                    );
                    table.ForeignKey(
                        name: "fk_activities_activities_parent_id",
                        column: x => x.parent_id,
                        principalTable: "activities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "fk_activities_project_project_id",
                        column: x => x.project_id,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "funding_sources",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    amount = table.Column<decimal>(type: "numeric(14,2)", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_funding_sources", x => x.id);
                    table.CheckConstraint("ck_funding_sources_amount", "amount >= 0");
                    table.ForeignKey(
                        name: "fk_funding_sources_project_project_id",
                        column: x => x.project_id,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "project_kpis",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    group = table.Column<string>(type: "text", nullable: true, collation: "th-x-icu"),
                    kind = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    target_text = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    target_value = table.Column<decimal>(type: "numeric", nullable: true),
                    target_unit = table.Column<string>(type: "text", nullable: true, collation: "th-x-icu"),
                    methods = table.Column<string[]>(type: "text[]", nullable: false),
                    tools = table.Column<string[]>(type: "text[]", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_project_kpis", x => x.id);
                    table.ForeignKey(
                        name: "fk_project_kpis_projects_project_id",
                        column: x => x.project_id,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "project_owners",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    position = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    staff_member_id = table.Column<Guid>(type: "uuid", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_project_owners", x => x.id);
                    table.ForeignKey(
                        name: "fk_project_owners_projects_project_id",
                        column: x => x.project_id,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "fk_project_owners_staff_member_staff_member_id",
                        column: x => x.staff_member_id,
                        principalTable: "staff_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "project_texts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<string>(type: "text", nullable: true, collation: "th-x-icu"),
                    text = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    kind = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_project_texts", x => x.id);
                    table.ForeignKey(
                        name: "fk_project_texts_projects_project_id",
                        column: x => x.project_id,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "ix_activities_parent_id", table: "activities", column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_activities_project_id_position",
                table: "activities",
                columns: new[] { "project_id", "position" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_calendar_steps_development_plan_id",
                table: "calendar_steps",
                column: "development_plan_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_coordinates_observation_id",
                table: "coordinates",
                column: "observation_id"
            );

            migrationBuilder.CreateIndex(name: "ix_datasets_office_id", table: "datasets", column: "office_id");

            migrationBuilder.CreateIndex(
                name: "ix_datasets_plan_id_code",
                table: "datasets",
                columns: new[] { "plan_id", "code" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_development_plan_texts_development_plan_id",
                table: "development_plan_texts",
                column: "development_plan_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_development_plans_fiscal_year_id",
                table: "development_plans",
                columns: new[] { "fiscal_year", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_development_plans_office_id_fiscal_year",
                table: "development_plans",
                columns: new[] { "office_id", "fiscal_year" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "ix_districts_office_id", table: "districts", column: "office_id");

            migrationBuilder.CreateIndex(name: "ix_findings_plan_id", table: "findings", column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "ix_funding_sources_project_id",
                table: "funding_sources",
                column: "project_id"
            );

            migrationBuilder.CreateIndex(name: "ix_guidelines_strategy_id", table: "guidelines", column: "strategy_id");

            migrationBuilder.CreateIndex(
                name: "ix_indicator_targets_indicator_id_fiscal_year",
                table: "indicator_targets",
                columns: new[] { "indicator_id", "fiscal_year" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_indicators_name_id",
                table: "indicators",
                columns: new[] { "name", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_indicators_strategy_id_number",
                table: "indicators",
                columns: new[] { "strategy_id", "number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_needs_surveys_office_id",
                table: "needs_surveys",
                column: "office_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_needs_surveys_plan_id_surveyed_on",
                table: "needs_surveys",
                columns: new[] { "plan_id", "surveyed_on" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_observations_dataset_id",
                table: "observations",
                column: "dataset_id"
            );

            migrationBuilder.CreateIndex(name: "ix_offices_code", table: "offices", column: "code", unique: true);

            migrationBuilder.CreateIndex(name: "ix_offices_name_id", table: "offices", columns: new[] { "name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_org_units_office_id_number",
                table: "org_units",
                columns: new[] { "office_id", "number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_project_kpis_project_id",
                table: "project_kpis",
                column: "project_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_project_owners_project_id",
                table: "project_owners",
                column: "project_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_project_owners_staff_member_id",
                table: "project_owners",
                column: "staff_member_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_project_texts_project_id",
                table: "project_texts",
                column: "project_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_projects_name_id",
                table: "projects",
                columns: new[] { "name", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_projects_plan_id_number",
                table: "projects",
                columns: new[] { "plan_id", "number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_projects_responsible_unit_id",
                table: "projects",
                column: "responsible_unit_id"
            );

            migrationBuilder.CreateIndex(name: "ix_projects_strategy_id", table: "projects", column: "strategy_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_members_name_id",
                table: "staff_members",
                columns: new[] { "name", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_staff_members_office_id_name",
                table: "staff_members",
                columns: new[] { "office_id", "name" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_staff_members_org_unit_id",
                table: "staff_members",
                column: "org_unit_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_strategic_plan_texts_strategic_plan_id",
                table: "strategic_plan_texts",
                column: "strategic_plan_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_strategic_plans_office_id_first_fiscal_year",
                table: "strategic_plans",
                columns: new[] { "office_id", "first_fiscal_year" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_strategies_strategic_plan_id_number",
                table: "strategies",
                columns: new[] { "strategic_plan_id", "number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_strategy_texts_strategy_id",
                table: "strategy_texts",
                column: "strategy_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_survey_topics_needs_survey_id",
                table: "survey_topics",
                column: "needs_survey_id"
            );

            SearchSql.Create(migrationBuilder);
            InstanceSecretSql.Create(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            InstanceSecretSql.Drop(migrationBuilder);
            migrationBuilder.DropTable(name: "activities");

            migrationBuilder.DropTable(name: "calendar_steps");

            migrationBuilder.DropTable(name: "coordinates");

            migrationBuilder.DropTable(name: "development_plan_texts");

            migrationBuilder.DropTable(name: "districts");

            migrationBuilder.DropTable(name: "findings");

            migrationBuilder.DropTable(name: "funding_sources");

            migrationBuilder.DropTable(name: "guidelines");

            migrationBuilder.DropTable(name: "indicator_targets");

            migrationBuilder.DropTable(name: "project_kpis");

            migrationBuilder.DropTable(name: "project_owners");

            migrationBuilder.DropTable(name: "project_texts");

            migrationBuilder.DropTable(name: "strategic_plan_texts");

            migrationBuilder.DropTable(name: "strategy_texts");

            migrationBuilder.DropTable(name: "survey_topics");

            migrationBuilder.DropTable(name: "observations");

            migrationBuilder.DropTable(name: "indicators");

            migrationBuilder.DropTable(name: "staff_members");

            migrationBuilder.DropTable(name: "projects");

            migrationBuilder.DropTable(name: "needs_surveys");

            migrationBuilder.DropTable(name: "datasets");

            migrationBuilder.DropTable(name: "org_units");

            migrationBuilder.DropTable(name: "strategies");

            migrationBuilder.DropTable(name: "development_plans");

            migrationBuilder.DropTable(name: "strategic_plans");

            migrationBuilder.DropTable(name: "offices");

            SearchSql.Drop(migrationBuilder);
        }
    }
}
