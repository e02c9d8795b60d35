# One image for the hub, a branch node and a simulated factory: which of them runs is the command's choice.
FROM maven:3.9-eclipse-temurin-21 AS build
WORKDIR /src
COPY . .
RUN mvn -q -B -Dmaven.test.skip=true -Dspotless.check.skip=true -pl hub,demo,regions -am package \
 && java -Djarmode=tools -jar hub/target/hub-*-run.jar extract --destination /opt/tongqu \
 && mv /opt/tongqu/hub-*-run.jar /opt/tongqu/tongqu.jar \
 && echo 'Enable-Native-Access: ALL-UNNAMED' > /tmp/manifest && jar --update --file /opt/tongqu/tongqu.jar --manifest /tmp/manifest \
 && cp "$(ls demo/target/demo-*.jar | grep -v -e sources -e tests)" /opt/tongqu/demo.jar \
 && mkdir -p /opt/tongqu/branch \
 && cp -R regions/target/lib /opt/tongqu/branch/lib \
 && cp regions/target/regions-*.jar /opt/tongqu/branch/branch.jar

FROM eclipse-temurin:21-jre
# Folders that last are made here, so that a fresh volume belongs to the one who writes into it.
RUN useradd --system --uid 10001 --user-group --no-create-home tongqu \
 && install -d -o tongqu -g tongqu -m 0700 /var/lib/tongqu /var/lib/tongqu/secrets /var/lib/tongqu/drop /var/lib/tongqu-branch /var/lib/tongqu-factory
COPY --from=build /opt/tongqu /opt/tongqu
COPY --chmod=0555 ops/compose/is-up.sh /opt/tongqu/is-up
ENV LC_ALL=C.UTF-8 TONGQU_HOME=/var/lib/tongqu TONGQU_BRANCH_HOME=/var/lib/tongqu-branch
ENV JDK_JAVA_OPTIONS="-XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8 -Djava.awt.headless=true"
USER 10001:10001
WORKDIR /var/lib/tongqu
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=6 CMD ["/opt/tongqu/is-up", "8080", "/actuator/health/readiness"]
CMD ["java", "-Xmx768m", "-jar", "/opt/tongqu/tongqu.jar", "start"]
