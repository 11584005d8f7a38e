using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BackOffice.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class NamedNumbers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "AskAt",
                table: "Attempts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Asks",
                table: "Attempts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Denials",
                table: "Attempts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "NamedRef",
                table: "Attempts",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Attempts_AskAt",
                table: "Attempts",
                column: "AskAt",
                filter: "\"AskAt\" IS NOT NULL");

            // A number that waited on its case waits on the newest permit that it can be of; due at once.
            migrationBuilder.Sql(
                """
                UPDATE "Attempts" SET "NamedRef" = (SELECT c."HintedRef" FROM "Cases" c WHERE c."Id" = "Attempts"."CaseId"), "AskAt" = 0
                WHERE "PartnerRef" IS NULL AND "State" IN ('sending', 'unknown', 'abandoned')
                    AND EXISTS (SELECT 1 FROM "Cases" c WHERE c."Id" = "Attempts"."CaseId" AND c."HintedRef" IS NOT NULL)
                    AND "PlannedAt" = (SELECT MAX(o."PlannedAt") FROM "Attempts" o WHERE o."CaseId" = "Attempts"."CaseId");
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Attempts_AskAt",
                table: "Attempts");

            migrationBuilder.DropColumn(
                name: "AskAt",
                table: "Attempts");

            migrationBuilder.DropColumn(
                name: "Asks",
                table: "Attempts");

            migrationBuilder.DropColumn(
                name: "Denials",
                table: "Attempts");

            migrationBuilder.DropColumn(
                name: "NamedRef",
                table: "Attempts");
        }
    }
}
